package io.dbregistry.boot.command;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.context.weaving.LoadTimeWeaverAware;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Lets a context make the beans that a command needs, and no others. Runs after all other
 * post processors, which add what it takes away:
 * <ol>
 * <li>No bean is made before it is asked for.
 * <li>No bean waits for what initialises databases: migrations, tables and scripts.
 * <li>Other runners are removed, and what Spring makes all the same: persistence units.
 * <li>Nothing that has a life cycle is started: schedulers, listeners of queues.
 * <li>No event reaches a bean, which would be made for it.
 * </ol>
 */
final class CommandMode implements BeanFactoryPostProcessor {

	private final CommandRequest request;

	private final Environment environment;

	CommandMode(CommandRequest request, Environment environment) {
		this.request = request;
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		Set<String> initializers = initializers(beanFactory);
		for (String name : beanFactory.getBeanDefinitionNames()) {
			BeanDefinition definition = beanFactory.getBeanDefinition(name);
			definition.setLazyInit(true);
			definition.setDependsOn(without(definition.getDependsOn(), initializers));
		}
		remove(beanFactory,
				Stream.<Class<?>>of(ApplicationRunner.class, CommandLineRunner.class, LoadTimeWeaverAware.class)
					.flatMap((type) -> Arrays.stream(beanFactory.getBeanNamesForType(type, true, false)))
					.map(BeanFactoryUtils::transformedBeanName)
					.toList());
		replace(beanFactory, AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NoLifecycle());
		replace(beanFactory, AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, new NoEvents());
		beanFactory.registerSingleton(CommandRunner.class.getName(), new CommandRunner(this.request, beanFactory));
	}

	private Set<String> initializers(ConfigurableListableBeanFactory beanFactory) {
		Set<String> initializers = new HashSet<>();
		SpringFactoriesLoader.forDefaultResourceLocation(beanFactory.getBeanClassLoader())
			.load(DatabaseInitializerDetector.class, ArgumentResolver.of(Environment.class, this.environment))
			.forEach((detector) -> initializers.addAll(detector.detect(beanFactory)));
		return initializers;
	}

	private static String @Nullable [] without(String @Nullable [] names, Set<String> initializers) {
		return (names != null)
				? Arrays.stream(names).filter((name) -> !initializers.contains(name)).toArray(String[]::new) : null;
	}

	private static void replace(ConfigurableListableBeanFactory beanFactory, String name, Object bean) {
		remove(beanFactory, List.of(name));
		beanFactory.registerSingleton(name, bean);
	}

	private static void remove(ConfigurableListableBeanFactory beanFactory, List<String> names) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
		names.stream().distinct().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
	}

}
