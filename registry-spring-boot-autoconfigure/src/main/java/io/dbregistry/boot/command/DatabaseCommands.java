package io.dbregistry.boot.command;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.dbregistry.Registry;
import io.dbregistry.boot.startup.Failures;
import io.dbregistry.migration.ApplyOptions;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.migration.MigrationReport;
import io.dbregistry.migration.Migrations;
import io.dbregistry.migration.SchemaStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The commands that ask or change databases. Those that can be repeated are for all
 * databases unless something is said that only one can have, and one that fails does not
 * keep the others.
 */
final class DatabaseCommands {

	private static final String WITHOUT_CHANGELOG = "Database '%s' has no changelog%n";

	private final Registry registry;

	private final Migrations migrations;

	private final CommandRequest request;

	private final Predicate<String> migrated;

	private final PrintStream output;

	/**
	 * Creates the commands.
	 * @param migrated which databases are not left to something else
	 */
	DatabaseCommands(Registry registry, CommandRequest request, Predicate<String> migrated, PrintStream output) {
		this.registry = registry;
		this.migrations = registry.migrations();
		this.request = request;
		this.migrated = migrated;
		this.output = output;
	}

	void migrate() {
		each((database) -> report(() -> this.migrations.migrate(database, this::choose), "applied"));
	}

	void status() {
		each((database) -> {
			List<SchemaStatus> statuses = this.migrations.status(database, this::choose);
			if (statuses.isEmpty()) {
				this.output.printf(WITHOUT_CHANGELOG, database);
			}
			statuses.forEach((status) -> print(database, status));
		});
	}

	void sql() {
		each((database) -> {
			String script = this.migrations.sql(database, this::choose);
			this.output.println(script.isEmpty() ? "-- Database '%s': nothing to do".formatted(database)
					: script.stripTrailing() + System.lineSeparator());
		});
	}

	void stamp() {
		report(() -> this.migrations.stamp(this.request.database(), this::choose), "counted as applied");
	}

	void rollback() {
		report(() -> this.migrations.rollback(this.request.database(), (options) -> {
			choose(options);
			if (!this.request.has(CommandOption.TO)) {
				options.count(count());
			}
		}), "undone");
	}

	private int count() {
		String value = this.request.value();
		if (!value.matches("[0-9]{1,9}")) {
			throw new IllegalArgumentException("it has to be a number of change sets; name the last migration that "
					+ "stays by --" + CommandOption.TO.property());
		}
		return Integer.parseInt(value);
	}

	private void each(Consumer<String> work) {
		boolean one = Stream.of(CommandOption.DATABASE, CommandOption.SCHEMAS, CommandOption.TO)
			.anyMatch(this.request::has);
		List<String> databases = one ? List.of(this.request.database())
				: this.registry.databases().names().stream().filter(this.migrated).toList();
		Failures failures = new Failures();
		databases.forEach((database) -> failures.collect(() -> work.accept(database)));
		failures.throwFirst();
	}

	private void choose(ApplyOptions options) {
		String schemas = this.request.option(CommandOption.SCHEMAS);
		if (schemas != null) {
			options.schemas(StringUtils.commaDelimitedListToStringArray(schemas));
		}
		String to = this.request.option(CommandOption.TO);
		if (to != null) {
			options.to(to);
		}
		if (this.request.has(CommandOption.TAKE_OVER_LOCK)) {
			options.takeOverLock();
		}
	}

	/** Prints what was done, also when something else failed. */
	private void report(Supplier<MigrationReport> work, String done) {
		try {
			print(work.get(), done);
		}
		catch (MigrationException ex) {
			if (ex.getReport() != null) {
				print(ex.getReport(), done);
			}
			throw ex;
		}
	}

	private void print(MigrationReport report, String done) {
		if (report.schemas().isEmpty()) {
			this.output.printf(WITHOUT_CHANGELOG, report.database());
		}
		report.schemas().stream().filter((result) -> result.failure() == null).forEach((result) -> {
			int count = result.changeSets().size();
			this.output.printf("%s: %s%n", place(report.database(), result.schema()),
					(count == 0) ? "nothing to do" : "%s %s".formatted(changeSets(count), done));
			result.changeSets().forEach((changeSet) -> this.output.println("  " + changeSet));
		});
	}

	private void print(String database, SchemaStatus status) {
		if (status.problem() != null) {
			this.output.printf("%s: %s%n", place(database, status.schema()), status.problem());
			return;
		}
		this.output.printf("%s: %s applied%s, %s%n", place(database, status.schema()), changeSets(status.applied()),
				(status.last() != null) ? ", the last one '%s'".formatted(status.last()) : "",
				status.pending().isEmpty() ? "nothing pending" : "%d pending:".formatted(status.pending().size()));
		status.pending().forEach((changeSet) -> this.output.println("  " + changeSet));
		status.findLock().ifPresent((lock) -> this.output.printf("  locked by %s%n", lock));
	}

	private static String changeSets(int count) {
		return (count == 1) ? "1 change set" : count + " change sets";
	}

	private static String place(String database, @Nullable String schema) {
		return "Database '%s'%s".formatted(database, (schema != null) ? ", schema '%s'".formatted(schema) : "");
	}

}
