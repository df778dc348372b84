package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables for a moment, in a place that is gone afterwards, to see what a server
 * makes of them. Foreign keys are left out.
 */
abstract class Trial {

	private final Dialect dialect;

	Trial(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Tables as the server reports them.
	 * @param connection an open connection in auto-commit mode
	 * @param tables tables without a schema
	 * @param sequences sequences that default values take numbers from
	 */
	abstract List<Table> of(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException;

	final Dialect dialect() {
		return this.dialect;
	}

	/** A name that no schema has. */
	static String newName() {
		return "registry_trial_" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
	}

	/** Makes them in the schema that is current. */
	final void make(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		List<String> statements = new ArrayList<>();
		sequences.forEach((sequence) -> statements.add(this.dialect.ddl().createSequence(sequence)));
		this.dialect.ddl()
			.createTables(tables.stream().map(Trial::withoutKeys).toList())
			.forEach((step) -> statements.add(step.sql()));
		for (String sql : statements) {
			execute(connection, sql);
		}
	}

	private static Table withoutKeys(Table table) {
		return new Table(table.name(), table.columns(), table.primaryKey(), table.uniques(), table.indexes(), List.of(),
				table.checks(), table.comment());
	}

	/** All tables of a schema, or of everything where there are none. */
	final List<Table> reported(Connection connection, @Nullable String schema) throws SQLException {
		return this.dialect.catalog()
			.read(connection, schema, TableFilter.all())
			.tables()
			.stream()
			.map((table) -> table.withoutSchema(schema))
			.toList();
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
