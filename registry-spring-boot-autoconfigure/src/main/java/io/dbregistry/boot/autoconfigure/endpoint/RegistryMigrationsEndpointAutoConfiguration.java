package io.dbregistry.boot.autoconfigure.endpoint;

import java.time.Duration;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import io.dbregistry.boot.endpoint.MigrationsEndpoint;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the actuator endpoint {@code registrymigrations}.
 */
@AutoConfiguration(after = RegistryAutoConfiguration.class)
@ConditionalOnClass(value = ConditionalOnAvailableEndpoint.class, name = "liquibase.Liquibase")
@ConditionalOnBean(Registry.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
public final class RegistryMigrationsEndpointAutoConfiguration {

	/** Liquibase takes a second or two the first time. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Bean
	@ConditionalOnMissingBean
	MigrationsEndpoint registryMigrationsEndpoint(ListableBeanFactory beanFactory, Environment environment) {
		return new MigrationsEndpoint(beanFactory, LIMIT,
				environment.getProperty("registry.migrations.show-sql", Boolean.class, false));
	}

}
