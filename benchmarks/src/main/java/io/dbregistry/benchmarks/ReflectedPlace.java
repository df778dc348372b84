package io.dbregistry.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

/**
 * A database with many tables, of which one has lost a column: every contender has to
 * find that, and nothing else.
 */
final class ReflectedPlace {

	private static final String TABLE = ModelSource.table(0);

	private static final String COLUMN = "lost";

	private final Place place;

	/**
	 * Creates the place.
	 * @param place where the tables are
	 */
	ReflectedPlace(Place place) {
		this.place = place;
	}

	DataSource dataSource() throws Exception {
		return this.place.dataSource();
	}

	/** Makes the tables what they shall be. */
	void restore() throws Exception {
		execute("alter table %s add column if not exists %s varchar(10)".formatted(TABLE, COLUMN));
	}

	/** Loses the column. */
	void lose() throws Exception {
		execute("alter table %s drop column if exists %s".formatted(TABLE, COLUMN));
	}

	private void execute(String sql) throws Exception {
		try (Connection connection = dataSource().getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * Checks what a contender has found.
	 * @param missing the missing columns, each with its table
	 */
	static void requireFound(List<String> missing) {
		if (!missing.equals(List.of(TABLE + "." + COLUMN))) {
			throw new IllegalStateException(
					"Found that %s are missing, where it is '%s.%s'".formatted(missing, TABLE, COLUMN));
		}
	}

}
