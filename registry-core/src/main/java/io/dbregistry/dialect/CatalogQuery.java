package io.dbregistry.dialect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A query of the catalog, and what is done with each of its rows.
 */
final class CatalogQuery {

	private CatalogQuery() {
	}

	/**
	 * Runs a query.
	 * @param parameters texts, and collections of texts that become arrays
	 */
	static void run(Connection connection, String sql, List<?> parameters, RowWork work) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.size(); i++) {
				Object parameter = parameters.get(i);
				if (parameter instanceof Collection<?> texts) {
					statement.setArray(i + 1, array(connection, texts));
				}
				else {
					statement.setObject(i + 1, parameter);
				}
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					work.on(rows);
				}
			}
		}
	}

	private static Array array(Connection connection, Collection<?> texts) throws SQLException {
		return connection.createArrayOf("varchar", texts.toArray());
	}

	/** A text that the query never leaves out. */
	static String text(ResultSet rows, String column) throws SQLException {
		return require(rows.getString(column), column);
	}

	/** A value that the query never leaves out. */
	static String text(ResultSet rows, int column) throws SQLException {
		return require(rows.getString(column), "column " + column);
	}

	/** A part that is there unless the catalog is changed while it is read. */
	static <T> T require(@Nullable T value, String part) throws SQLException {
		if (value == null) {
			throw new DisturbedReadingException(part);
		}
		return value;
	}

	/** What is done with a row. */
	@FunctionalInterface
	interface RowWork {

		void on(ResultSet rows) throws SQLException;

	}

}
