package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Finds the {@code DataSource} beans that can be the primary database, without making
 * them.
 */
final class PrimaryDataSources {

	private PrimaryDataSources() {
	}

	/**
	 * Those that are injected where no qualifier is given.
	 */
	static List<String> candidates(ConfigurableListableBeanFactory beanFactory) {
		return Arrays.stream(beanFactory.getBeanNamesForType(DataSource.class, true, false))
			.filter(beanFactory::containsBeanDefinition)
			.filter((name) -> isDefaultCandidate(beanFactory.getMergedBeanDefinition(name)))
			.toList();
	}

	/**
	 * The one that is the primary database: the only candidate, or the one so marked.
	 */
	static Optional<String> find(ConfigurableListableBeanFactory beanFactory) {
		List<String> candidates = candidates(beanFactory);
		List<String> marked = candidates.stream()
			.filter((name) -> beanFactory.getMergedBeanDefinition(name).isPrimary())
			.toList();
		List<String> decisive = (candidates.size() > 1) ? marked : candidates;
		return (decisive.size() == 1) ? Optional.of(decisive.get(0)) : Optional.empty();
	}

	private static boolean isDefaultCandidate(BeanDefinition definition) {
		return definition.isAutowireCandidate()
				&& (!(definition instanceof AbstractBeanDefinition candidate) || candidate.isDefaultCandidate());
	}

}
