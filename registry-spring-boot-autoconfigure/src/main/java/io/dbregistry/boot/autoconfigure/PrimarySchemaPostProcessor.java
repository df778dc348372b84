package io.dbregistry.boot.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;

/**
 * Gives the pool of the primary database the schema of the registry, unless it has one:
 * otherwise the {@code JdbcClient} of the application and the registry would disagree on
 * what an unqualified name means.
 */
final class PrimarySchemaPostProcessor implements BeanPostProcessor, PriorityOrdered {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<RegistryProperties> properties;

	PrimarySchemaPostProcessor(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<RegistryProperties> properties) {
		this.beanFactory = beanFactory;
		this.properties = properties;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool && pool.getSchema() == null && isPrimary(beanName)) {
			pool.setSchema(this.properties.getObject().schema());
		}
		return bean;
	}

	private boolean isPrimary(String beanName) {
		return PrimaryDataSources.find(this.beanFactory).filter(beanName::equals).isPresent();
	}

	/**
	 * After Spring Boot has bound the options of the pool and applied the connection
	 * details.
	 */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 3;
	}

}
