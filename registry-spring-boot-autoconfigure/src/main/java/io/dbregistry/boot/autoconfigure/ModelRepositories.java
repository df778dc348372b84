package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.query.ModelRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Adds a repository bean for each model that was found. A repository of the application
 * wins, and none is made that nobody asks for.
 * <p>
 * Runs when the application runs: code that is generated ahead of time can't name a model
 * whose class is not public.
 */
final class ModelRepositories implements BeanDefinitionRegistryPostProcessor, BeanClassLoaderAware {

	private final List<String> types;

	private @Nullable ClassLoader classLoader;

	ModelRepositories(List<String> types) {
		this.types = List.copyOf(types);
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			this.types.forEach((type) -> register(ClassUtils.resolveClassName(type, this.classLoader), registry));
		}
	}

	private static void register(Class<?> type, BeanDefinitionRegistry registry) {
		RootBeanDefinition definition = new RootBeanDefinition(ModelRepositories.class);
		definition.setFactoryMethodName("repository");
		definition.setTargetType(ResolvableType.forClassWithGenerics(ModelRepository.class, type));
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
		definition.setFallback(true);
		definition.setLazyInit(true);
		registry.registerBeanDefinition(type.getName() + ".repository", definition);
	}

	/**
	 * Called by reflection.
	 */
	static ModelRepository<?> repository(Class<?> type, Registry registry) {
		return registry.repository(type);
	}

}
