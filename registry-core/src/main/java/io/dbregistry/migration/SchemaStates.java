package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.dbregistry.metadata.QualifiedName;

/**
 * The states of many schemas, read by one query and written together.
 */
final class SchemaStates {

	private final MigrationTask task;

	private final StateTable table;

	/**
	 * Creates the states.
	 * @param task of one of the schemas
	 */
	SchemaStates(MigrationTask task) {
		this.task = task;
		this.table = new StateTable(task);
	}

	/**
	 * The schemas that have all of the changelog as it is now; none when there is no
	 * table of states.
	 */
	Set<String> upToDate(Connection connection) {
		try {
			Set<String> schemas = new PossibleTables(this.task.dialect(),
					List.of(new QualifiedName(this.task.place().home(), StateTable.NAME)))
				.ask(connection, this::select, this::current);
			return (schemas != null) ? schemas : Set.of();
		}
		catch (SQLException ex) {
			return Set.of(); // there is no such table yet; what else may be wrong shows
								// later
		}
	}

	private String select(UnaryOperator<String> text) {
		return "select schema_name, digest, inputs from %s where changelog = %s".formatted(this.table.table(),
				text.apply(changelog()));
	}

	private Set<String> current(ResultSet rows) throws SQLException {
		Set<String> schemas = new HashSet<>();
		Map<List<String>, Boolean> known = new HashMap<>();
		while (rows.next()) {
			if (known.computeIfAbsent(List.of(rows.getString(3), rows.getString(2)), this::isCurrent)) {
				schemas.add(rows.getString(1));
			}
		}
		return schemas;
	}

	private boolean isCurrent(List<String> inputsAndDigest) {
		return ChangelogInputs.isCurrent(inputsAndDigest.get(0), inputsAndDigest.get(1), this.task.settings());
	}

	/** Says of schemas that they have all of a changelog. */
	void write(Connection connection, Collection<String> schemas, Note note) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(upsert())) {
			for (String schema : schemas) {
				statement.setString(1, schema);
				statement.setString(2, changelog());
				statement.setString(3, note.digest());
				statement.setString(4, note.inputs());
				statement.setInt(5, note.rows());
				statement.setTimestamp(6, Timestamp.from(Instant.now()));
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private String upsert() {
		String columns = "(schema_name, changelog, digest, inputs, history, applied_at)";
		String values = " values (?, ?, ?, ?, ?, ?)";
		String target = this.table.table() + " " + columns;
		return switch (MigrationProduct.of(this.task.dialect())) {
			case MARIADB -> "replace into " + target + values;
			case H2 -> "merge into " + target + " key (schema_name, changelog)" + values;
			default -> "insert into " + target + values + " on conflict (schema_name, changelog) do update set "
					+ "digest = excluded.digest, inputs = excluded.inputs, history = excluded.history, "
					+ "applied_at = excluded.applied_at";
		};
	}

	private String changelog() {
		return this.task.settings().locationFor(this.task.place().database());
	}

	/**
	 * What is noted of schemas with the same history.
	 *
	 * @param digest of all that the changelog is made of
	 * @param inputs the names of that
	 * @param rows the number of change sets in the history
	 */
	record Note(String digest, String inputs, int rows) {

	}

}
