package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Checks {@code registry.*} and registers the beans of each extra database: qualified by
 * its name, and never a candidate where no qualifier is given. A bean of the application
 * with the same name wins.
 */
final class ExtraDatabasesRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ClassLoader classLoader;

	ExtraDatabasesRegistrar(Environment environment, ClassLoader classLoader) {
		this.environment = environment;
		this.classLoader = classLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		SettingsReader reader = new SettingsReader(this.environment, this.classLoader);
		Predicate<String> brought = (name) -> registry.containsBeanDefinition(ExtraBeans.dataSourceName(name));
		Set<String> names = isAheadOfTime() ? reader.readNames() : reader.readAll(brought);
		registerNames(names, names.stream().filter(brought).toList(), registry);
		names.stream()
			.filter((name) -> !name.equals(Databases.PRIMARY))
			.forEach((name) -> registerFamily(name, registry));
	}

	/**
	 * What the settings are will only be known when the application runs.
	 */
	private static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	private void registerFamily(String name, BeanDefinitionRegistry registry) {
		RuntimeBeanReference dataSource = new RuntimeBeanReference(ExtraBeans.dataSourceName(name));
		register(name, ExtraBeans.dataSourceName(name), "dataSource", name, registry);
		register(name, ExtraBeans.jdbcTemplateName(name), "jdbcTemplate", dataSource, registry);
		register(name, ExtraBeans.jdbcClientName(name), "jdbcClient",
				new RuntimeBeanReference(ExtraBeans.jdbcTemplateName(name)), registry);
		register(name, ExtraBeans.transactionManagerName(name), "transactionManager", dataSource, registry);
		registry.getBeanDefinition(ExtraBeans.dataSourceName(name)).setAttribute(Database.class.getName(), name);
	}

	private void register(String database, String beanName, String factoryMethod, Object firstArgument,
			BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(beanName)) {
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(ExtraBeans.class);
		definition.setFactoryMethodName(factoryMethod);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, firstArgument);
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, database));
		registry.registerBeanDefinition(beanName, definition);
	}

	private void registerNames(Set<String> names, List<String> brought, BeanDefinitionRegistry registry) {
		RootBeanDefinition definition = new RootBeanDefinition(FrozenDatabases.class);
		definition.setRole(AbstractBeanDefinition.ROLE_INFRASTRUCTURE);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, List.copyOf(names));
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, brought);
		registry.registerBeanDefinition(FrozenDatabases.class.getName(), definition);
	}

}
