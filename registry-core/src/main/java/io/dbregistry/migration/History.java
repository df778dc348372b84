package io.dbregistry.migration;

/**
 * What has been applied to a schema, as far as Liquibase decides by it what to do there.
 *
 * @param table the stored name of the history table, or an empty text when there is none
 * @param rows the number of change sets
 * @param fingerprint equal for schemas with the same change sets in the same order
 */
record History(String table, int rows, String fingerprint) {

	boolean exists() {
		return !this.table.isEmpty();
	}

}
