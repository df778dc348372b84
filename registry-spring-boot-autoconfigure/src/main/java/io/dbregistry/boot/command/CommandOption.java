package io.dbregistry.boot.command;

import java.util.Locale;

/**
 * What more can be said of a command, each a property beside those of the commands.
 */
enum CommandOption {

	/** The database that it is for. */
	DATABASE,

	/** The bean that is the registry, where there are several. */
	REGISTRY,

	/** The schemas that it is for. */
	SCHEMAS,

	/** The last migration that is wanted. */
	TO,

	/** Whether a lock that somebody left behind is taken over. */
	TAKE_OVER_LOCK,

	/** The folder of the changelogs and states. */
	RESOURCES,

	/** The folder of the models that are written. */
	SOURCES,

	/** Whether steps are written that lose data. */
	ALLOW_DATA_LOSS,

	/** Whether the database is compared, in place of its state. */
	LIVE,

	/** Whether the database is asked before what it makes of the models. */
	DEEP,

	/** Whether the tables of tenants are meant, and the schema of one of them. */
	TENANTS;

	String property() {
		return MigrationCommand.PREFIX + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether it says where files are, which is so without a command too. */
	boolean isFolder() {
		return this == RESOURCES || this == SOURCES;
	}

}
