package io.dbregistry.test;

import java.nio.file.Path;
import java.util.UUID;

import io.dbregistry.Registry;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.migration.StateFileException;
import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.dbregistry.test.RegistryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryAssertTests {

	@Model
	@Table(name = "book")
	record Before(@Id long id, String title) {
	}

	@Model
	@Table(name = "book")
	record After(@Id long id, String title, @Column(columnDefinition = "integer default 100") int pages) {
	}

	@Model(database = "analytics")
	record Click(@Id long id) {
	}

	@Model(tenant = true)
	record Note(@Id long id) {
	}

	@TempDir
	private Path folder;

	@Test
	void passesWhenEverythingIsGenerated() {
		generate("primary", Before.class);

		assertThat(registry(Before.class)).withResources(this.folder)
			.hasNoPendingChanges()
			.hasNoPendingChanges("primary");
	}

	@Test
	void failsWithThePlanAndTheCommand() {
		generate("primary", Before.class);
		generate("analytics", Before.class, Click.class);

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(registry(After.class, Click.class)).withResources(this.folder)
				.as("the models of the shop")
				.hasNoPendingChanges())
			.withMessageContainingAll("[the models of the shop]", "'primary'",
					"Column 'pages' of type INTEGER is added to table 'book'",
					"\t--registry.migrations.generate=a_name --registry.migrations.resources=" + this.folder)
			.withMessageNotContaining("analytics");
		assertThat(registry(After.class, Click.class)).withResources(this.folder).hasNoPendingChanges("analytics");
	}

	@Test
	void theCommandSaysForWhomItIs() {
		generate("primary", Before.class);

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(registry(Before.class, Note.class, Click.class)).withResources(this.folder)
				.hasNoPendingChanges())
			.withMessageContainingAll("There is no state 'db/registry/analytics.yaml' yet",
					"\t--registry.migrations.generate=a_name --registry.migrations.database=analytics "
							+ "--registry.migrations.resources=%s".formatted(this.folder),
					"\t--registry.migrations.generate=a_name --registry.migrations.resources=%s --registry.migrations.tenants"
						.formatted(this.folder));
	}

	@Test
	void looksIntoTheResourcesOfTheProjectUnlessToldOtherwise() {
		assertThatExceptionOfType(StateFileException.class)
			.isThrownBy(() -> assertThat(registry(Before.class)).hasNoPendingChanges())
			.withMessageContaining("src/main/resources/db/registry");
	}

	@Test
	void anUnknownDatabaseIsAnError() {
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> assertThat(registry(Before.class)).hasNoPendingChanges("analytcs"));
	}

	private void generate(String database, Class<?>... models) {
		registry(models).migrations().generate(database, "initial", (options) -> options.resources(this.folder));
	}

	private static Registry registry(Class<?>... models) {
		return Registry.builder()
			.database("jdbc:h2:mem:" + UUID.randomUUID())
			.extra("analytics", "jdbc:h2:mem:" + UUID.randomUUID())
			.models(models)
			.build();
	}

}
