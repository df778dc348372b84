package io.dbregistry.migration;

import java.util.List;

/**
 * What schemas of a database have beside what most of them have.
 *
 * @param database the name of the database
 * @param compared how many schemas were compared
 * @param schemas those that differ, in the order they were asked for
 */
public record DriftReport(String database, int compared, List<SchemaDrift> schemas) {

	public DriftReport {
		schemas = List.copyOf(schemas);
	}

	/**
	 * Whether all schemas have the same.
	 * @return {@code true} when no schema differs
	 */
	public boolean isEmpty() {
		return this.schemas.isEmpty();
	}

	/**
	 * One schema that differs.
	 *
	 * @param schema its exact name
	 * @param like a schema that has what most have
	 * @param differences what was changed there and not here, for people; none when
	 * reflection does not tell them apart
	 */
	public record SchemaDrift(String schema, String like, List<String> differences) {

		public SchemaDrift {
			differences = List.copyOf(differences);
		}

	}

}
