package io.dbregistry.migration;

import java.util.List;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What cannot be applied is told in the same words of one schema and of several. */
abstract class RefusedSchemasContractTests extends ManySchemasTestBase {

	RefusedSchemasContractTests(TestServer server) {
		super(server);
	}

	@Test
	void anEditedChangeSetIsNamed() throws Exception {
		migrate(some());
		write(CHANGELOG.replace("varchar(100)", "varchar(200)"));
		requireRefused(
				(schema) -> assertThat(schema).contains(" at change set 'shop.yaml::1::shop': it was edited after "
						+ "it was applied; undo the edit and add a change set instead"));
	}

	@Test
	void aFileThatWasMovedIsNotAppliedAgain() throws Exception {
		migrate(some());
		write(CHANGELOG.replace("shop.yaml", "moved.yaml"));
		requireRefused((schema) -> assertThat(schema).contains(" at change set 'moved.yaml::1::shop': it was applied "
				+ "already, as '1' of file 'shop.yaml', and would be applied twice; set 'logicalFilePath: shop.yaml'"));
	}

	@Test
	void aMissingIncludeIsNamedWithWhatIncludesIt() throws Exception {
		write(CHANGELOG + "  - include: {file: missing.yaml}\n");
		requireRefused((schema) -> assertThat(schema).contains("missing.yaml")
			.contains(this.folder.resolve("shop.yaml").toUri().getPath())
			.contains("correct the changelog, or put what it includes where it looks for it"));
		String one = some().get(0);
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> this.registry.migrations().status("primary", (options) -> options.schemas(one)))
			.withMessageStartingWith("Reading the status of schema '%s' of database 'primary' failed: ".formatted(one));
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> this.registry.migrations().sql("primary", (options) -> options.schemas(one)))
			.withMessageStartingWith(
					"Writing the script for schema '%s' of database 'primary' failed: ".formatted(one));
	}

	final List<String> some() {
		return this.schemas.subList(8, 11);
	}

	final void requireRefused(Consumer<String> message) {
		requireRefused(this.registry, message);
	}

	/** By the compiled changelog, and by Liquibase. */
	final void requireRefused(Registry registry, Consumer<String> message) {
		for (List<String> schemas : List.of(some(), some().subList(0, 1))) {
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> registry.migrations()
					.migrate("primary", (options) -> options.schemas(schemas.toArray(String[]::new))))
				.satisfies((failure) -> {
					assertThat(failure.getReport()).isNotNull();
					for (String schema : schemas) {
						assertThat(failure).hasMessageContaining("schema '%s' of database 'primary'".formatted(schema));
					}
					message.accept(failure.getMessage());
				});
		}
	}

}
