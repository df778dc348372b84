package io.dbregistry.boot.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.PriorityOrdered;

/**
 * Tells those who look at {@code spring.datasource.*} and not at the connection details
 * where the primary database is: DevTools otherwise takes any database for one in memory
 * when H2 is on the class path, and sends it {@code SHUTDOWN}.
 */
final class PrimaryPropertiesPostProcessor implements BeanPostProcessor, PriorityOrdered {

	/** Those of Spring Boot; the application may have others for pools of its own. */
	static final String BEAN = "spring.datasource-" + DataSourceProperties.class.getName();

	private final ObjectProvider<PrimaryConnectionDetails> details;

	PrimaryPropertiesPostProcessor(ObjectProvider<PrimaryConnectionDetails> details) {
		this.details = details;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof DataSourceProperties properties && beanName.equals(BEAN)) {
			this.details.ifAvailable((primary) -> tell(properties, primary));
		}
		return bean;
	}

	private static void tell(DataSourceProperties properties, PrimaryConnectionDetails primary) {
		if (properties.getUrl() == null) {
			properties.setUrl(primary.getJdbcUrl());
		}
		if (properties.getDriverClassName() == null) {
			properties.setDriverClassName(primary.getDriverClassName());
		}
		if (properties.getUsername() == null) {
			properties.setUsername(primary.getUsername());
		}
	}

	/**
	 * After Spring Boot has bound the properties.
	 */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 2;
	}

}
