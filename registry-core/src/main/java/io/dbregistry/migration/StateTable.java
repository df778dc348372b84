package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code registry_migration}: for each schema what its history was made of,
 * when all of it was applied. It makes migrations faster and holds nothing that is not
 * known otherwise: it may be emptied or dropped at any time.
 */
final class StateTable {

	private static final Logger logger = LoggerFactory.getLogger(StateTable.class);

	static final String NAME = "registry_migration";

	private final Dialect dialect;

	private final MigrationProduct product;

	private final MigrationPlace place;

	private final ChangelogSettings settings;

	private final @Nullable String historySchema;

	private final String history;

	StateTable(MigrationTask task) {
		this.dialect = task.dialect();
		this.product = MigrationProduct.of(this.dialect);
		this.place = task.place();
		this.settings = task.settings();
		this.historySchema = task.historySchema();
		this.history = this.product.tableOfLiquibase(this.dialect, this.historySchema, this.settings.historyTable());
	}

	/**
	 * Whether the schema has all of the changelog as it is now, by one query and without
	 * Liquibase.
	 * @return {@code false} also when that is not known, since tables are missing
	 */
	boolean isUpToDate(Connection connection) {
		try {
			return find(connection).filter((state) -> state.rows() == state.history())
				.filter((state) -> ChangelogInputs.isCurrent(state.inputs(), state.digest(), this.settings))
				.isPresent();
		}
		catch (SQLException ex) {
			return false; // there are no such tables yet; what else may be wrong shows
							// later
		}
	}

	private Optional<State> find(Connection connection) throws SQLException {
		List<QualifiedName> tables = List.of(new QualifiedName(this.place.home(), NAME),
				new QualifiedName(this.historySchema, this.product.stored(this.dialect, this.settings.historyTable())));
		Optional<State> found = new PossibleTables(this.dialect, tables).ask(connection, this::select,
				(rows) -> rows.next()
						? Optional.of(new State(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getInt(4)))
						: Optional.empty());
		return (found != null) ? found : Optional.empty();
	}

	private String select(UnaryOperator<String> text) {
		String schema = this.place.schema();
		return "select digest, inputs, history, (select count(*) from %s) from %s where schema_name = %s and changelog = %s"
			.formatted(this.history, table(), (schema != null) ? text.apply(schema) : this.product.currentSchema(),
					text.apply(this.settings.locationFor(this.place.database())));
	}

	/**
	 * Makes the table if it is missing; the log says so when that is not possible.
	 * @return whether it is there
	 */
	boolean tryCreate(Connection connection) {
		try {
			create(connection);
			return true;
		}
		catch (SQLException ex) {
			logger.warn("The table 'registry_migration' of database '{}' can't be made, so each start reads histories "
					+ "and asks Liquibase: {}", this.place.database(), ex.getMessage());
			return false;
		}
	}

	/**
	 * Makes the table if it is missing, also while others do the same.
	 * @throws SQLException if it is missing all the same
	 */
	void create(Connection connection) throws SQLException {
		String sql = ("create table if not exists %s (schema_name %s not null, changelog %s not null, digest varchar(64) not null, "
				+ "inputs %s not null, history integer not null, applied_at timestamp not null, "
				+ "primary key (schema_name, changelog))")
			.formatted(table(), this.product.nameType(255), this.product.nameType(500), this.product.textType());
		try {
			execute(connection, sql);
		}
		catch (SQLException ex) {
			try {
				execute(connection, "select 1 from " + table() + " where 1 = 0");
			}
			catch (SQLException missing) {
				ex.addSuppressed(missing);
				throw ex;
			}
		}
	}

	/** Says that the schema has all of a changelog. */
	void write(Connection connection, ChangelogInputs inputs, String digest) throws SQLException {
		String update = "update %s set digest = ?, inputs = ?, history = (select count(*) from %s), applied_at = ? where schema_name = %s and changelog = ?"
			.formatted(table(), this.history, key());
		String insert = "insert into %s (digest, inputs, history, applied_at, schema_name, changelog) values (?, ?, (select count(*) from %s), ?, %s, ?)"
			.formatted(table(), this.history, key());
		if (write(connection, update, inputs, digest) == 0) {
			write(connection, insert, inputs, digest);
		}
	}

	private int write(Connection connection, String sql, ChangelogInputs inputs, String digest) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, digest);
			statement.setString(2, inputs.text());
			statement.setTimestamp(3, Timestamp.from(Instant.now()));
			bindKey(statement, 4);
			return statement.executeUpdate();
		}
	}

	/** Says that it is not known any more what the schema has. */
	void forget(Connection connection) throws SQLException {
		String sql = "delete from %s where schema_name = %s and changelog = ?".formatted(table(), key());
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			bindKey(statement, 1);
			statement.executeUpdate();
		}
	}

	private void bindKey(PreparedStatement statement, int first) throws SQLException {
		int index = first;
		if (this.place.schema() != null) {
			statement.setString(index++, this.place.schema());
		}
		statement.setString(index, this.settings.locationFor(this.place.database()));
	}

	private String key() {
		return (this.place.schema() != null) ? "?" : this.product.currentSchema();
	}

	/** The name for statements. */
	String table() {
		return this.dialect.quote(new QualifiedName(this.place.home(), NAME));
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** A row, with the number of rows that the history has now. */
	private record State(String digest, String inputs, int history, int rows) {

	}

}
