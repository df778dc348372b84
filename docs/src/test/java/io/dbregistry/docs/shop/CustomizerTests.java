package io.dbregistry.docs.shop;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.DatabaseStatus;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "registry.database.url=jdbc:h2:mem:customized",
		"registry.extra.analytics=jdbc:h2:mem:more", "spring.liquibase.enabled=false" })
@DirtiesContext
class CustomizerTests {

	@Autowired
	private Registry registry;

	@Test
	void opensWhatACustomizerAdds() {
		assertThat(this.registry.databases().get("cache").status().state()).isEqualTo(DatabaseStatus.State.OPEN);
	}

	@TestConfiguration
	static class Configuration {

		// tag::customizer[]
		@Bean
		RegistryCustomizer cache() {
			return (builder) -> builder.extra("cache", "jdbc:h2:mem:cache");
		}
		// end::customizer[]

	}

}
