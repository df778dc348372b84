package io.dbregistry.migration;

/**
 * What is done with a changelog, for messages.
 */
enum MigrationAction {

	MIGRATE("Migrating"),

	STAMP("Stamping"),

	ROLLBACK("Rolling back"),

	STATUS("Reading the status of"),

	SQL("Writing the script for"),

	DRIFT("Comparing");

	private final String words;

	MigrationAction(String words) {
		this.words = words;
	}

	/** The words that the name of a schema or a database comes after. */
	String words() {
		return this.words;
	}

}
