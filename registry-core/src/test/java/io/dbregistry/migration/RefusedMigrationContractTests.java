package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static io.dbregistry.migration.ChangelogFolder.MASTER;
import static io.dbregistry.migration.ChangelogFolder.changeSet;
import static io.dbregistry.migration.ChangelogFolder.include;
import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is wrong with a changelog, in words that say what to do. */
abstract class RefusedMigrationContractTests extends ApplyTestBase {

	RefusedMigrationContractTests(TestServer server) {
		super(server);
	}

	@Test
	void refusesWhatCannotBeMeant() throws Exception {
		this.files.master(table("author"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate((options) -> options.to("auhtor")))
			.withMessage(
					"Migrating database 'primary' failed: there is no migration 'auhtor' (near: 'author'); correct the name");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.migrations().rollback("primary", (options) -> {
			}))
			.withMessageContaining("say how far");
		assertThatIllegalArgumentException().isThrownBy(() -> migrate((options) -> options.count(0)));
	}

	@Test
	void aDatabaseWithoutChangelogIsLeftAlone() throws Exception {
		assertThat(this.registry.migrations().migrate("primary").schemas()).isEmpty();
		this.registry = registry((settings) -> settings.location("classpath:/db/missing.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessage(
					"Migrating database 'primary' failed: the changelog 'classpath:/db/missing.yaml' does not exist; "
							+ "create it, or correct its location");
		this.registry = registry((settings) -> settings.enabled(false));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining("it is switched off for this database");
	}

	@Test
	void aFailingChangeSetIsNamedAndGoneOnFrom() throws Exception {
		this.files.master(table("a"), changeSet("b", "create table b (id no_such_type_anywhere, id integer)"),
				table("c"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageStartingWith("Migrating database 'primary' failed at change set '" + MASTER + "::b::shop': ")
			.withMessageEndingWith("correct the change set and migrate again, which goes on from there")
			.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("primary"))
			.satisfies((ex) -> assertThat(ex.getSchema()).isNull())
			.satisfies((ex) -> assertThat(ex.getChangeSet()).isEqualTo(MASTER + "::b::shop"));
		this.files.master(table("a"), table("b"), table("c"));
		assertThat(migrate()).containsExactly("b", "c");
	}

	@Test
	void anEditedChangeSetIsNamed() throws Exception {
		this.files.master(table("a"));
		migrate();
		this.files.master(changeSet("a", "create table other (id integer)"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessage("Migrating database 'primary' failed at change set '" + MASTER
					+ "::a::shop': it was edited after "
					+ "it was applied; undo the edit and add a change set instead, or give it 'validCheckSum: ANY' when "
					+ "both mean the same");
	}

	@Test
	void aMissingIncludeIsNamed() throws Exception {
		this.files.master(table("a"), include("db/changelog/missing.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining("db/changelog/missing.yaml")
			.withMessageContaining(MASTER)
			.withMessageEndingWith("correct the changelog, or put what it includes where it looks for it");
		assertThat(count("(select 1 as one) t")).isEqualTo(1);
	}

	@Test
	void aFileThatWasMovedIsNotAppliedAgain() throws Exception {
		this.files.write("db/changelog/one.yaml", "databaseChangeLog:\n" + table("a"));
		this.files.master(include("db/changelog/one.yaml"));
		migrate();
		this.files.write("db/changelog/moved.yaml", "databaseChangeLog:\n" + table("a"));
		this.files.master(include("db/changelog/moved.yaml"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageContaining(
					"failed at change set 'db/changelog/moved.yaml::a::shop': it was applied already, as "
							+ "'a' of file 'db/changelog/one.yaml', and would be applied twice; set 'logicalFilePath: "
							+ "db/changelog/one.yaml' in its changelog");
		this.files.write("db/changelog/moved.yaml",
				"databaseChangeLog:\n  - logicalFilePath: db/changelog/one.yaml\n" + table("a"));
		assertThat(migrate()).isEmpty();
	}

}
