package io.dbregistry.boot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an application can be started for instead of its own work, each a property below
 * {@value #PREFIX}.
 */
enum MigrationCommand {

	/** Writes the next changelog. */
	GENERATE("the name of the migration, such as add_score", CommandOption.RESOURCES, CommandOption.ALLOW_DATA_LOSS,
			CommandOption.LIVE, CommandOption.DEEP, CommandOption.TENANTS),

	/** Looks whether something has to be generated. */
	CHECK(null, CommandOption.RESOURCES, CommandOption.LIVE, CommandOption.DEEP, CommandOption.TENANTS),

	/** Shows what migrating would send. */
	SQL(null, CommandOption.SCHEMAS, CommandOption.TO),

	/** Applies what is new. */
	MIGRATE(null, CommandOption.SCHEMAS, CommandOption.TO, CommandOption.TAKE_OVER_LOCK),

	/** Shows what databases have and lack. */
	STATUS(null, CommandOption.SCHEMAS),

	/** Says that migrations were applied. */
	STAMP(null, CommandOption.SCHEMAS, CommandOption.TO, CommandOption.TAKE_OVER_LOCK),

	/** Undoes what was applied last. */
	ROLLBACK(
			"the number of change sets to undo, such as 1, unless --" + CommandOption.TO.property()
					+ " names the last migration that stays",
			CommandOption.SCHEMAS, CommandOption.TO, CommandOption.TAKE_OVER_LOCK),

	/** Writes the first state of a database that has its tables. */
	ADOPT(null, CommandOption.RESOURCES, CommandOption.TENANTS),

	/** Writes models for the tables of a database. */
	INSPECTDB("the package of the models, such as com.example.legacy", CommandOption.SOURCES);

	static final String PREFIX = "registry.migrations";

	/** What the value is, or null without one. */
	private final @Nullable String value;

	private final Set<CommandOption> options;

	MigrationCommand(@Nullable String value, CommandOption... options) {
		this.value = value;
		this.options = Stream.concat(Stream.of(CommandOption.DATABASE, CommandOption.REGISTRY), Arrays.stream(options))
			.collect(Collectors.toUnmodifiableSet());
	}

	String property() {
		return PREFIX + "." + name().toLowerCase(Locale.ROOT);
	}

	@Nullable String value() {
		return this.value;
	}

	boolean takes(CommandOption option) {
		return this.options.contains(option);
	}

	/** Whether its value may be left out when something is said by an option. */
	boolean needsNoValueWith(CommandOption option) {
		return this == ROLLBACK && option == CommandOption.TO;
	}

	/** The options it takes, in the order in which they are declared. */
	List<String> options() {
		return this.options.stream().sorted().map(CommandOption::property).toList();
	}

}
