package io.dbregistry.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what the annotation processor made of {@link RegistryProperties}.
 */
class ConfigurationMetadataTests {

	/** What is nothing until the application says something. */
	private static final Set<String> WITHOUT_DEFAULT = Set.of("registry.database.url", "registry.database.username",
			"registry.database.password", "registry.database.driver-class-name", "registry.schema", "registry.extra",
			"registry.defaults.username", "registry.defaults.password", "registry.defaults.driver-class-name",
			"registry.defaults.schema", "registry.defaults.hikari", "registry.ddl-auto", "registry.models.packages",
			"registry.migrations.generate", "registry.migrations.check", "registry.migrations.adopt",
			"registry.migrations.inspectdb", "registry.migrations.registry", "registry.migrations.sql",
			"registry.migrations.migrate", "registry.migrations.status", "registry.migrations.stamp",
			"registry.migrations.rollback", "registry.migrations.schemas", "registry.migrations.to",
			"registry.migrations.take-over-lock-after", "registry.migrations.tenant-schemas",
			"registry.migrations.tenant-schemas-query");

	@Test
	void everyPropertyHasADescriptionAndADefault() throws IOException {
		assertThat(properties()).isNotEmpty().allSatisfy((property) -> {
			assertThat(property).containsKey("description");
			assertThat((String) property.get("description")).matches("[A-Z].*\\.");
			if (!WITHOUT_DEFAULT.contains(property.get("name"))) {
				assertThat(property).containsKey("defaultValue");
			}
		});
	}

	@Test
	void everyPropertyIsThere() throws IOException {
		assertThat(properties()).extracting((property) -> property.get("name"))
			.containsAll(WITHOUT_DEFAULT)
			.contains("registry.database.open-timeout", "registry.database.echo", "registry.defaults.required",
					"registry.defaults.open-timeout", "registry.defaults.echo", "registry.content-type",
					"registry.auto-startup", "registry.health.timeout", "management.health.registry.enabled");
	}

	private static List<Map<String, Object>> properties() throws IOException {
		try (InputStream json = RegistryProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonPath.parse(json).read("$.properties[?(@.name =~ /(management.health.)?registry\\..*/)]");
		}
	}

}
