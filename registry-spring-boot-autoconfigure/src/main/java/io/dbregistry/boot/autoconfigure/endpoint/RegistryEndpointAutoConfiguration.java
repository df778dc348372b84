package io.dbregistry.boot.autoconfigure.endpoint;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryAutoConfiguration;
import io.dbregistry.boot.endpoint.RegistryEndpoint;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the actuator endpoint {@code registry}.
 */
@AutoConfiguration(after = RegistryAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(Registry.class)
@ConditionalOnAvailableEndpoint(RegistryEndpoint.class)
public final class RegistryEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RegistryEndpoint registryEndpoint(ListableBeanFactory beanFactory) {
		return new RegistryEndpoint(beanFactory);
	}

}
