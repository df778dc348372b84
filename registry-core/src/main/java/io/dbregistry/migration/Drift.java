package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Catalog;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.migration.DriftReport.SchemaDrift;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Finds the schemas that do not have what most of them have.
 * <ol>
 * <li>One query for the fingerprints of all schemas. The one that most schemas have is
 * right, of several the one that comes first.</li>
 * <li>Only schemas with another one are read, and compared with the first that is
 * right.</li>
 * </ol>
 * Tables of Liquibase and of migrations do not matter.
 */
final class Drift {

	private final Database database;

	private final Set<String> ignored;

	Drift(Database database, ChangelogSettings settings) {
		this.database = database;
		this.ignored = OwnTables.of(settings);
	}

	/**
	 * Compares schemas.
	 * @throws DataAccessException if the server refuses to say what they have
	 */
	DriftReport find(List<String> schemas) {
		try (Connection connection = this.database.connection()) {
			return find(connection, schemas);
		}
		catch (SQLException ex) {
			String task = "Comparing the schemas of database '%s'".formatted(this.database.name());
			DataAccessException failure = this.database.dialect().exceptionTranslator().translate(task, null, ex);
			throw (failure != null) ? failure : new UncategorizedSQLException(task, null, ex);
		}
	}

	private DriftReport find(Connection connection, List<String> schemas) throws SQLException {
		Catalog catalog = this.database.dialect().catalog();
		Map<String, String> fingerprints = catalog.fingerprints(connection, schemas, this.ignored);
		String right = right(schemas, fingerprints);
		List<String> others = schemas.stream()
			.filter((schema) -> !fingerprints.getOrDefault(schema, "").equals(right))
			.toList();
		List<SchemaDrift> drifts = new ArrayList<>();
		for (String schema : others) {
			String model = schemas.stream().filter((other) -> !others.contains(other)).findFirst().orElse(schema);
			drifts.add(new SchemaDrift(schema, model, differences(connection, model, schema)));
		}
		return new DriftReport(this.database.name(), schemas.size(), drifts);
	}

	private static String right(List<String> schemas, Map<String, String> fingerprints) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		schemas.forEach((schema) -> counts.merge(fingerprints.getOrDefault(schema, ""), 1, Integer::sum));
		String right = "";
		for (Map.Entry<String, Integer> count : counts.entrySet()) {
			right = (count.getValue() > counts.getOrDefault(right, 0)) ? count.getKey() : right;
		}
		return right;
	}

	private List<String> differences(Connection connection, String model, String schema) throws SQLException {
		return Metadata.diff(read(connection, model), read(connection, schema))
			.stream()
			.map(Change::describeDifference)
			.toList();
	}

	private Metadata read(Connection connection, String schema) throws SQLException {
		Catalog.Contents contents = this.database.dialect()
			.catalog()
			.read(connection, schema,
					TableFilter.matching((name) -> !this.ignored.contains(name.toUpperCase(Locale.ROOT))));
		return Metadata.of(this.database.name(),
				contents.tables().stream().map((table) -> table.withoutSchema(schema)).toList(),
				contents.sequences().stream().map((sequence) -> sequence.withoutSchema(schema)).toList(), List.of());
	}

}
