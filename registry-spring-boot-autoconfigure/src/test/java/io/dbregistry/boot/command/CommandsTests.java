package io.dbregistry.boot.command;

import java.util.List;

import io.dbregistry.boot.command.application.CommandApplication;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.migration.StateFileException;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

class CommandsTests extends CommandTestBase {

	@Test
	void generatesWithoutChangingTheDatabase(CapturedOutput output) {
		run("before", "generate=initial");

		assertThat(this.folder).isDirectoryRecursivelyContaining("glob:**/db/changelog/0001_initial.yaml")
			.isDirectoryRecursivelyContaining("glob:**/db/registry/primary.yaml");
		assertThat(output)
			.contains("Database 'primary':", "  Table 'book' is added",
					"Written: " + this.folder.resolve("db/changelog/0001_initial.yaml"),
					"Written: " + this.folder.resolve("db/changelog/db.changelog-master.yaml"),
					"Written: " + this.folder.resolve("db/registry/primary.yaml"))
			.doesNotContain("Started", ":: Spring Boot ::");
		assertThat(tables()).isEmpty();
	}

	@Test
	void theApplicationDoesNothingElse() {
		run("before", "generate=initial");

		assertThat(CommandApplication.WORK).isEmpty();
	}

	@Test
	void withoutACommandTheApplicationDoesItsWork() {
		try (ConfigurableApplicationContext context = SpringApplication.run(CommandApplication.class,
				arguments("before").toArray(String[]::new))) {
			await().untilAsserted(() -> assertThat(CommandApplication.WORK).contains("runner", "command line runner",
					"eager bean", "scheduled", "life cycle", "ready"));
		}
	}

	@Test
	void needsNoDatabaseOnceThereIsAState(CapturedOutput output) {
		run("before", "generate=initial");
		List<String> dead = arguments("after");
		dead.set(0, "--registry.database.url=jdbc:postgresql://127.0.0.1:%d/shop".formatted(TestServers.unusedPort()));
		dead.add("--registry.migrations.generate=add_pages");
		SpringApplication.run(CommandApplication.class, dead.toArray(String[]::new)).close();

		assertThat(output).contains("Column 'pages' of type INTEGER is added to table 'book'");
		assertThat(this.folder.resolve("db/changelog/0002_add_pages.yaml")).exists();
	}

	@Test
	void theFirstMigrationIsForTheProductThatAnswers() {
		List<String> dead = arguments("before");
		dead.set(0, "--registry.database.url=jdbc:postgresql://127.0.0.1:%d/shop".formatted(TestServers.unusedPort()));
		dead.add("--registry.migrations.generate=initial");

		assertThatExceptionOfType(DatabaseOpenException.class)
			.isThrownBy(() -> SpringApplication.run(CommandApplication.class, dead.toArray(String[]::new)));
	}

	@Test
	void checkSaysWhetherAMigrationIsMissing(CapturedOutput output) {
		run("before", "generate=initial");
		run("before", "check");
		run("before", "check", "database=primary");
		assertThat(output).containsPattern("(?s)Nothing is to be generated.*Nothing is to be generated");

		Throwable found = catchThrowable(() -> run("after", "check"));

		assertThat(found).isInstanceOfSatisfying(ExitCodeGenerator.class,
				(code) -> assertThat(code.getExitCode()).isEqualTo(2));
		assertThat(output)
			.contains("Column 'pages' of type INTEGER is added to table 'book'",
					"  --registry.migrations.generate=a_name --registry.migrations.resources=" + this.folder + "\n")
			.doesNotContain("FAILED");
	}

	@Test
	void checkTellsWhatIsWithheld(CapturedOutput output) {
		run("after", "generate=initial");

		run("before", "check");

		assertThat(output).contains("withheld: Column 'pages'", "Nothing is to be generated");
	}

	@Test
	void theCommandToCopyIsComplete(CapturedOutput output) {
		run("before", "generate=initial");

		assertThatExceptionOfType(FoundChangesException.class).isThrownBy(() -> run("tenants", "check"));
		assertThat(output).contains("Tenants of database 'primary':", "  Table 'note' is added",
				"  --registry.migrations.generate=a_name --registry.migrations.resources=%s --registry.migrations.tenants\n"
					.formatted(this.folder));

		assertThatExceptionOfType(FoundChangesException.class).isThrownBy(() -> run("after", "check", "live"));
		assertThat(output).contains(
				"  --registry.migrations.generate=a_name --registry.migrations.resources=%s ".formatted(this.folder)
						+ "--registry.migrations.live\n");
	}

	@Test
	void nothingIsLostUnlessThatIsAllowed(CapturedOutput output) {
		run("after", "generate=initial");
		run("before", "generate=drop_pages");
		assertThat(output).contains("withheld: Column 'pages'", "--registry.migrations.allow-data-loss");

		run("before", "generate=drop_pages", "allow-data-loss");

		assertThat(this.folder.resolve("db/changelog")).isDirectoryContaining("glob:**drop_pages.yaml");
	}

	@Test
	void adoptsTheTablesThatAreThere(CapturedOutput output) {
		SpringApplication.run(CommandApplication.class, arguments("before", "ddl-auto=create").toArray(String[]::new))
			.close();

		jdbc().sql("create table log (at timestamp)").update();
		run("tenants", "adopt");
		run("before", "check");

		assertThat(output).contains("Database 'primary':\n  adopted: 1 table, 'book'",
				"  left out, since no model has them: 2 tables, 'log', 'visit'\n",
				"Written: " + this.folder.resolve("db/registry/primary.yaml"), "Nothing is to be generated");
	}

	@Test
	void comparesWithTheDatabaseWhenAskedTo(CapturedOutput output) {
		run("before", "generate=initial");

		assertThatExceptionOfType(FoundChangesException.class).isThrownBy(() -> run("before", "check", "live"));

		assertThat(output).contains("Table 'book' is added");
	}

	@Test
	void theTablesOfTenantsNeedOneThatStandsForAll(CapturedOutput output) {
		refuses(() -> run("before", "adopt", "tenants"));
		run("before", "adopt", "tenants=PUBLIC");

		assertThat(output).contains("'registry.migrations.tenants' names no tenant",
				"write --registry.migrations.tenants=… with its");
		assertThat(this.folder.resolve("db/registry/primary-tenant.yaml")).exists();
	}

	@Test
	void aFolderWithoutAStateIsTold(CapturedOutput output) {
		assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> run("before", "check"));

		assertThat(output).contains("There is no state of a database in '%s'; generate the first migration"
			.formatted(this.folder.resolve("db/registry")));
	}

	@Test
	void writesModelsForTables(CapturedOutput output) {
		jdbc().sql("create table invoice (id bigint primary key)").update();
		jdbc().sql("create table log (at timestamp)").update();
		run("before", "migrate");

		run("before", "inspectdb=com.example.legacy", "sources=" + this.folder);

		assertThat(this.folder.resolve("com/example/legacy/Invoice.java")).content().contains("record Invoice(");
		assertThat(output).contains("Written: ", "Invoice.java", "'PUBLIC.log' has no primary key")
			.doesNotContain("DATABASECHANGELOG", "databasechangelog", "registry_migration");

		refuses(() -> run("before", "inspectdb=com.example.legacy", "sources=" + this.folder));
		assertThat(output)
			.contains("Invoice.java' exists: it would be overwritten; remove it, or write to another folder")
			.doesNotContain("FileAlreadyExistsException");
	}

	@Test
	void migratesAndRollsBack(CapturedOutput output) {
		run("before", "status");
		run("before", "sql");
		assertThat(output).contains("Database 'primary': 0 change sets applied, 1 pending:",
				"  db/changelog/db.changelog-master.yaml::visit::tests", "-- Database 'primary'", "CREATE TABLE");
		assertThat(tables()).isEmpty();

		run("before", "migrate");
		assertThat(output).contains("Database 'primary': 1 change set applied");
		assertThat(tables()).contains("visit");
		run("before", "migrate");
		run("before", "status");
		assertThat(output).contains("Database 'primary': nothing to do", "1 change set applied, the last one",
				"nothing pending");

		run("before", "rollback=1");
		assertThat(output).contains("Database 'primary': 1 change set undone");
		assertThat(tables()).doesNotContain("visit");
		run("before", "stamp");
		assertThat(output).contains("Database 'primary': 1 change set counted as applied");
		assertThat(CommandApplication.WORK).isEmpty();
	}

	@Test
	void aMigrationThatNobodyKnowsIsTold(CapturedOutput output) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> run("before", "migrate", "to=0009_lost"));

		assertThat(output)
			.contains("there is no migration '0009_lost' (known: 'visit')", "what is applied already is not repeated")
			.doesNotContain("\tat ");
	}

	@Test
	void aFailureIsReportedAlone(CapturedOutput output) {
		jdbc().sql("create table visit (id integer)").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> run("before", "migrate"));

		assertThat(output).contains("db/changelog/db.changelog-master.yaml::visit::tests")
			.doesNotContain("\tat ", "] liquibase", "liquibase.exception", "Exception: ");
	}

	@Test
	void howFarToRollBackHasToBeSaid(CapturedOutput output) {
		refuses(() -> run("before", "rollback"));
		refuses(() -> run("before", "rollback=far"));
		refuses(() -> run("before", "rollback=1", "to=visit"));

		assertThat(output).contains("has no value, which is the number of change sets to undo",
				"'registry.migrations.rollback' is 'far', which is refused: it has to be a number",
				"'registry.migrations.rollback' is '1', and 'registry.migrations.to' is given too");
	}

	@Test
	void oneDatabaseThatIsDownDoesNotKeepTheOthers(CapturedOutput output) {
		List<String> arguments = arguments("before",
				"extra.analytics=jdbc:postgresql://127.0.0.1:%d/shop".formatted(TestServers.unusedPort()),
				"migrations.migrate");

		assertThatExceptionOfType(DatabaseOpenException.class)
			.isThrownBy(() -> SpringApplication.run(CommandApplication.class, arguments.toArray(String[]::new)));

		assertThat(output).contains("Database 'primary': 1 change set applied",
				"Database 'analytics' could not be opened");
	}

	@Test
	void oneSchemaThatFailsDoesNotHideTheOthers(CapturedOutput output) {
		jdbc().sql("create schema TENANT_A").update();

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> run("before", "migrate", "schemas=TENANT_A,GONE"));

		assertThat(output).contains("Database 'primary', schema 'TENANT_A': 2 change sets applied",
				"Migrating schema 'GONE' of database 'primary' failed: the schema does not exist",
				"; the other schema is done");
	}

	@Test
	void aRollbackThatFailsIsNotAdvisedToBeRepeated(CapturedOutput output) {
		jdbc().sql("create schema TENANT_A").update();
		run("before", "migrate", "schemas=TENANT_A");

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> run("before", "rollback=1", "schemas=TENANT_A,GONE"));

		assertThat(output).contains("Database 'primary', schema 'TENANT_A': 1 change set undone",
				"Rolling back schema 'GONE' of database 'primary' failed: the schema does not exist",
				"look at the status before you undo more");
	}

	@Test
	void aDatabaseWithoutChangelogIsNamed(CapturedOutput output) {
		List<String> arguments = arguments("before", "extra.other=jdbc:h2:mem:commands_other", "migrations.status");
		SpringApplication.run(CommandApplication.class, arguments.toArray(String[]::new)).close();

		assertThat(output).contains("Database 'other' has no changelog");
	}

	@Test
	void migratesByTheSettingsOfTheStart(CapturedOutput output) {
		List<String> none = arguments("before", "migrations.migrate");
		none.add("--spring.liquibase.change-log=classpath:/db/none.yaml");
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> SpringApplication.run(CommandApplication.class, none.toArray(String[]::new)))
			.withMessageContaining("db/none.yaml");

		List<String> left = arguments("before", "extra.analytics.url=" + this.database.url(),
				"extra.analytics.migrations.enabled=false", "migrations.status");
		left.add("--spring.liquibase.database-change-log-table=HISTORY_OF_ITS_OWN");
		SpringApplication.run(CommandApplication.class, left.toArray(String[]::new)).close();
		assertThat(output).contains("Database 'primary'").doesNotContain("Database 'analytics'");
	}

}
