package io.dbregistry.boot.autoconfigure;

import java.util.List;

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
 * names, and registers a repository for each.
 */
final class ModelsRegistrar implements ImportBeanDefinitionRegistrar {

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
		List<String> types = scan();
		register(ScannedModels.class, types, registry);
		register(ModelRepositories.class, types, registry);
	}

	private static void register(Class<?> beanClass, List<String> types, BeanDefinitionRegistry registry) {
		RootBeanDefinition definition = new RootBeanDefinition(beanClass);
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, types);
		registry.registerBeanDefinition(beanClass.getName(), definition);
	}

	private List<String> scan() {
		List<String> named = Binder.get(this.environment)
			.bind("registry.models.packages", Bindable.listOf(String.class))
			.orElse(List.of());
		if (!named.isEmpty()) {
			return ModelScanner.forModelsAndEntities(this.environment, this.resourceLoader).scan(named);
		}
		return AutoConfigurationPackages.has(this.beanFactory)
				? ModelScanner.forModels(this.environment, this.resourceLoader)
					.scan(AutoConfigurationPackages.get(this.beanFactory))
				: List.of();
	}

}
