package io.dbregistry.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A query of tables that may not be there yet. The driver of MariaDB warns of each query
 * that fails, so the server looks for the tables first, in the same round trip; it
 * prepares no such statement, hence the literals. Elsewhere the query just fails.
 */
final class PossibleTables {

	private final boolean cautious;

	private final List<QualifiedName> tables;

	/**
	 * Creates a query.
	 * @param tables by their stored names; without a schema those of the current one
	 */
	PossibleTables(Dialect dialect, List<QualifiedName> tables) {
		this.cautious = MigrationProduct.of(dialect) == MigrationProduct.MARIADB;
		this.tables = tables;
	}

	/**
	 * Asks.
	 * @param select makes the query, with texts as what it is handed makes of them
	 * @param rows reads the result
	 * @return what was read, or {@code null} when there are no such tables
	 * @throws SQLException if there are none, where that is so, or if the query fails
	 */
	<T> @Nullable T ask(Connection connection, Function<UnaryOperator<String>, String> select, Rows<T> rows)
			throws SQLException {
		return this.cautious ? askCautiously(connection, select.apply(PossibleTables::literal), rows)
				: askAtOnce(connection, select, rows);
	}

	private <T> @Nullable T askCautiously(Connection connection, String select, Rows<T> rows) throws SQLException {
		String sql = "begin not atomic if (select count(*) from information_schema.tables where %s) = %d then %s; end if; end"
			.formatted(this.tables.stream().map(PossibleTables::condition).collect(Collectors.joining(" or ")),
					this.tables.size(), select);
		try (Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return null;
			}
			try (ResultSet result = statement.getResultSet()) {
				return rows.read(result);
			}
		}
	}

	private static <T> T askAtOnce(Connection connection, Function<UnaryOperator<String>, String> select, Rows<T> rows)
			throws SQLException {
		List<String> parameters = new ArrayList<>();
		String sql = select.apply((text) -> {
			parameters.add(text);
			return "?";
		});
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.size(); i++) {
				statement.setString(i + 1, parameters.get(i));
			}
			try (ResultSet result = statement.executeQuery()) {
				return rows.read(result);
			}
		}
	}

	private static String condition(QualifiedName table) {
		String schema = table.schema();
		return "table_schema = %s and table_name = %s".formatted((schema != null) ? literal(schema) : "database()",
				literal(table.name()));
	}

	/** Whatever the server makes of a backslash. */
	private static String literal(String text) {
		return "_utf8mb4 x'%s'".formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Reads a result. */
	@FunctionalInterface
	interface Rows<T> {

		T read(ResultSet rows) throws SQLException;

	}

}
