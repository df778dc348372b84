package io.dbregistry.boot.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.boot.command.application.CommandApplication;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Starts an application with commands, as people do. */
@ExtendWith(OutputCaptureExtension.class)
abstract class CommandTestBase {

	@AutoClose
	final TestDatabase database = TestServer.H2.create();

	@TempDir
	Path folder;

	@BeforeEach
	void forget() {
		CommandApplication.WORK.clear();
	}

	final List<String> tables() {
		return jdbc().sql("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
			.query(String.class)
			.list();
	}

	final JdbcClient jdbc() {
		return JdbcClient.create(
				new DriverManagerDataSource(this.database.url(), this.database.username(), this.database.password()));
	}

	static void refuses(ThrowingCallable command) {
		assertThatExceptionOfType(CommandException.class).isThrownBy(command);
	}

	final void run(String models, String... command) {
		List<String> arguments = arguments(models);
		for (String part : command) {
			String argument = "--registry.migrations." + part;
			arguments.removeIf((other) -> other.startsWith(argument.split("=")[0] + "="));
			arguments.add(argument);
		}
		try (ConfigurableApplicationContext context = SpringApplication.run(CommandApplication.class,
				arguments.toArray(String[]::new))) {
			assertThat(context).isNotNull();
		}
	}

	final List<String> arguments(String models, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--registry.database.url=" + this.database.url(),
				"--registry.database.username=" + this.database.username(),
				"--registry.database.password=" + this.database.password(), "--spring.flyway.enabled=false",
				"--registry.migrations.resources=" + this.folder,
				"--registry.models.packages=io.dbregistry.boot.command." + models));
		for (String part : more) {
			arguments.add("--registry." + part);
		}
		return arguments;
	}

}
