package io.dbregistry.boot.autoconfigure;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Finds the models of the application, those in its packages or in the ones that it
 * names, with the converters of their values, and registers a repository for each model.
 */
final class ModelsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final Logger logger = LoggerFactory.getLogger(ModelsRegistrar.class);

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	ModelsRegistrar(BeanFactory beanFactory, Environment environment, ResourceLoader resourceLoader) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		List<String> named = Binder.get(this.environment)
			.bind("registry.models.packages", Bindable.listOf(String.class))
			.orElse(List.of());
		List<String> packages = named.isEmpty() ? ownPackages() : named;
		ModelScanner models = named.isEmpty() ? ModelScanner.forModels(this.environment, this.resourceLoader)
				: ModelScanner.forModelsAndEntities(this.environment, this.resourceLoader);
		ModelScanner converters = ModelScanner.forConverters(this.environment, this.resourceLoader);
		named.stream()
			.filter((name) -> models.scan(List.of(name)).isEmpty() && converters.scan(List.of(name)).isEmpty())
			.forEach((name) -> logger
				.warn("There are no models in package '{}' of registry.models.packages; correct or remove it", name));
		List<String> types = models.scan(packages);
		register(ScannedModels.class, registry, packages, types, converters.scan(packages));
		register(ModelRepositories.class, registry, types);
	}

	@SafeVarargs
	private static void register(Class<?> beanClass, BeanDefinitionRegistry registry, List<String>... arguments) {
		RootBeanDefinition definition = new RootBeanDefinition(beanClass);
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		for (int i = 0; i < arguments.length; i++) {
			definition.getConstructorArgumentValues().addIndexedArgumentValue(i, arguments[i]);
		}
		registry.registerBeanDefinition(beanClass.getName(), definition);
	}

	private List<String> ownPackages() {
		return AutoConfigurationPackages.has(this.beanFactory) ? AutoConfigurationPackages.get(this.beanFactory)
				: List.of();
	}

}
