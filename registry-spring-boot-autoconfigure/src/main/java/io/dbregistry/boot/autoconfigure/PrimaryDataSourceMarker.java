package io.dbregistry.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.type.MethodMetadata;

/**
 * Marks the pool of the primary database as primary when there are extras, for those who
 * look at all {@code DataSource} beans: otherwise {@code @AutoConfigureTestDatabase}
 * replaces nothing. Refuses a pool of the application beside
 * {@code registry.database.url}.
 */
final class PrimaryDataSourceMarker implements BeanDefinitionRegistryPostProcessor, Ordered {

	private static final String SPRING_BOOT = "org.springframework.boot.";

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (registry instanceof ConfigurableListableBeanFactory beanFactory && !AotDetector.useGeneratedArtifacts()) {
			process(beanFactory);
		}
	}

	private void process(ConfigurableListableBeanFactory beanFactory) {
		List<String> candidates = PrimaryDataSources.candidates(beanFactory);
		if (beanFactory.containsBeanDefinition(RegistryDatabaseAutoConfiguration.CONNECTION_DETAILS)) {
			List<String> brought = candidates.stream()
				.filter((name) -> !isSpringBoots(beanFactory.getBeanDefinition(name)))
				.toList();
			if (!brought.isEmpty()) {
				throw ApplicationDataSourceException.besideUrl(brought);
			}
		}
		if (candidates.size() == 1 && beanFactory.getBeanNamesForType(DataSource.class, true, false).length > 1) {
			beanFactory.getBeanDefinition(candidates.get(0)).setPrimary(true);
		}
	}

	private static boolean isSpringBoots(BeanDefinition definition) {
		MethodMetadata factoryMethod = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		String maker = (factoryMethod != null) ? factoryMethod.getDeclaringClassName() : definition.getBeanClassName();
		return maker != null && maker.startsWith(SPRING_BOOT);
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
