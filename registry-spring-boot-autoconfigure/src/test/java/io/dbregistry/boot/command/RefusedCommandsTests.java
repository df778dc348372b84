package io.dbregistry.boot.command;

import java.nio.file.Files;
import java.nio.file.Path;

import io.dbregistry.boot.command.application.CommandApplication;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.migration.MigrationRefusedException;
import io.dbregistry.migration.StateFileException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RefusedCommandsTests extends CommandTestBase {

	@Test
	void whatMakesNoSenseIsToldAtOnce(CapturedOutput output) {
		refuses(() -> run("before", "generate", "check=primary", "sources=x"));

		assertThat(output)
			.contains("'registry.migrations.generate', 'registry.migrations.check' are given together",
					"'registry.migrations.generate' has no value, which is the name of the migration",
					"'registry.migrations.check' is 'primary', but takes no value")
			.doesNotContain("\tat ");
	}

	@Test
	void anOptionWithoutItsCommandIsTold(CapturedOutput output) {
		refuses(() -> run("before", "allow-data-loss"));
		refuses(() -> run("before", "check", "allow-data-loss"));

		assertThat(output).contains("'registry.migrations.allow-data-loss' is given without a command; add one of",
				"'registry.migrations.allow-data-loss' is not for 'registry.migrations.check', which takes "
						+ "'registry.migrations.database'");
		assertThat(CommandApplication.WORK).isEmpty();
	}

	@Test
	void aNameThatNoMigrationCanHaveIsTold(CapturedOutput output) {
		refuses(() -> run("before", "generate=Add Score"));

		assertThat(output).contains("'registry.migrations.generate' is 'Add Score', which is refused",
				"begin with a lower-case letter");
	}

	@Test
	void aMissingFolderIsTold(CapturedOutput output) {
		refuses(() -> run("before", "check", "resources=" + this.folder.resolve("lost")));

		assertThat(output).contains("There is no folder '" + this.folder.resolve("lost"), "start the command in");
	}

	@Test
	void anUnknownDatabaseIsTold(CapturedOutput output) {
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> run("before", "check", "database=analytcs"));

		assertThat(output).contains("'analytcs'", "It has 'primary'");
	}

	@Test
	void anUnknownRegistryIsTold(CapturedOutput output) {
		refuses(() -> run("before", "check", "registry=archive"));
		run("before", "generate=initial", "registry=registry");

		assertThat(output).contains("There is no registry bean 'archive' (there are: 'registry')");
	}

	@Test
	void marksOfAMergeAreTold(CapturedOutput output) throws Exception {
		run("before", "generate=initial");
		Path state = this.folder.resolve("db/registry/primary.yaml");
		Files.writeString(state, "<<<<<<< ours\n" + Files.readString(state));

		assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> run("before", "check"));

		assertThat(output).contains("The state file '%s' cannot be read: line 1 is".formatted(state))
			.doesNotContain("\tat ");
	}

	@Test
	void aColumnThatRowsCannotHaveIsTold(CapturedOutput output) {
		run("before", "generate=initial");

		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> run("refused", "generate=add_isbn"));

		assertThat(output).contains("The next migration of database 'primary' cannot be planned:", "    - ", "isbn");
	}

	@Test
	void aCommandThatIsSwitchedOffIsNone() {
		assertThatCode(() -> run("before", "check=false")).doesNotThrowAnyException();

		assertThat(CommandApplication.WORK).contains("runner");
	}

}
