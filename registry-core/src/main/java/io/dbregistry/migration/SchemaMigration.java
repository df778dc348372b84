package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Applies one changelog to one schema.
 * <ol>
 * <li>One query for the state of the schema; when the files that it names have the digest
 * that it has, nothing is to be done, and no class of Liquibase is loaded.</li>
 * <li>Otherwise the lock of the schema is taken. Whoever has to wait looks at the state,
 * and has nothing to do as soon as the other is done.</li>
 * <li>Who uses Liquibase without the registry locks by a row; it is waited for too, and
 * taken over from the dead when that is allowed.</li>
 * <li>The state is looked at again, since others may have been faster.</li>
 * <li>Liquibase applies what is new, and keeps its history.</li>
 * <li>When nothing is left to apply, the state is written; else it is removed.</li>
 * </ol>
 */
final class SchemaMigration {

	private final DataSource source;

	private final MigrationPlace place;

	private final ChangelogSettings settings;

	private final ApplyOptions options;

	SchemaMigration(DataSource source, MigrationPlace place, ChangelogSettings settings, ApplyOptions options) {
		this.source = source;
		this.place = place;
		this.settings = settings;
		this.options = options;
	}

	/** Applies what is new, or what was asked for; returns what was applied. */
	List<String> migrate() {
		return change((run) -> run.update(this.options.range()), this.options.isAll());
	}

	/** Says that what is new was applied; returns what that is. */
	List<String> stamp() {
		return change((run) -> run.stamp(this.options.range()), this.options.isAll());
	}

	/** Undoes what was asked for; returns what was undone. */
	List<String> rollback() {
		if (this.options.isAll()) {
			throw new IllegalArgumentException("A rollback has no end; say how far by count(…) or to(…)");
		}
		return change((run) -> run.rollback(this.options.range()), false);
	}

	/** What {@link #migrate()} would send, to be run as it is. */
	String sql() {
		return inSchema((task, connection) -> {
			String script = LiquibaseRun.call(task, connection, true, ChangelogInputs.none(),
					(run) -> run.sql(this.options.range()));
			return script.isEmpty() ? "" : heading(task.dialect()) + script;
		});
	}

	private String heading(Dialect dialect) {
		String schema = this.place.schema();
		return "-- Database '%s'".formatted(this.place.database()) + ((schema != null) ? ", schema '%s'\n%s"
			.formatted(schema.replaceAll("\\R", " "), MigrationProduct.of(dialect).use(dialect, schema)) : "\n");
	}

	/** Who migrates the schema at the moment. */
	SchemaStatus.Lock lock() {
		return on(this.source, (task, connection) -> SchemaLock.of(task, this.source, connection).find());
	}

	/** What the schema has and lacks. */
	SchemaStatus status() {
		return inSchema((task, connection) -> {
			SchemaStatus.Lock lock = SchemaLock.of(task, this.source, connection).find();
			return LiquibaseRun.call(task, connection, true, ChangelogInputs.none(), (run) -> run.status(lock));
		});
	}

	private List<String> change(LiquibaseRun.Work<List<String>> work, boolean toTheEnd) {
		if (toTheEnd && isUpToDate()) {
			return List.of();
		}
		return inSchema((task, connection) -> new LockedMigration(task, this.source, connection, toTheEnd).run(work));
	}

	/** Writes the state of a schema that somebody else has migrated. */
	void note() {
		inSchema((task, connection) -> {
			new LockedMigration(task, this.source, connection, true).note();
			return true;
		});
	}

	/**
	 * Lets somebody else migrate. On H2 the lock would need a second connection and a
	 * table, for a database that is seldom another instance's too.
	 */
	void alone(ChangelogMigration.Work work) throws Exception {
		try (Connection connection = this.source.getConnection()) {
			Dialect dialect = Dialect.from(connection);
			if (MigrationProduct.of(dialect).locksByConnection()) {
				alone(work, new MigrationTask(this.place, this.settings, this.options, dialect), connection);
				return;
			}
		}
		work.on(this.source);
	}

	private void alone(ChangelogMigration.Work work, MigrationTask task, Connection connection) throws Exception {
		boolean autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(true);
		try (Ending last = () -> connection.setAutoCommit(autoCommit);
				Ending held = SchemaLock.of(task, this.source, connection).acquire(() -> false).orElseThrow();
				Ending first = () -> connection.setAutoCommit(true)) {
			work.on(new SingleConnectionDataSource(connection, true));
		}
	}

	/** Whether nothing is to be done, by one query and without Liquibase. */
	boolean isUpToDate() {
		return on(this.source, (task, connection) -> new StateTable(task).isUpToDate(connection));
	}

	/** On a connection whose names without a schema are in the one that is migrated. */
	private <T> T inSchema(Question<T> question) {
		if (!ChangelogInputs.isLiquibasePresent()) {
			throw new MissingLiquibaseException();
		}
		String schema = this.place.schema();
		if (schema == null) {
			return on(this.source, question);
		}
		on(this.source, this::requireSchema);
		return on(new SchemaDataSource(this.source, schema), question);
	}

	private boolean requireSchema(MigrationTask task, Connection connection) throws SQLException {
		task.dialect().requireSchemas(String.valueOf(this.place.schema()));
		if (!task.dialect().schemas(connection).contains(this.place.schema())) {
			throw new MigrationException(this.place, null,
					"the schema does not exist; create it (registry.schemas().create(…) does), or do not ask for it",
					null);
		}
		return true;
	}

	private <T> T on(DataSource connections, Question<T> question) {
		try (Connection connection = connections.getConnection()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(true);
			try (Ending last = () -> connection.setAutoCommit(autoCommit)) {
				Dialect dialect = Dialect.from(connection);
				return question.ask(new MigrationTask(this.place, this.settings, this.options, dialect), connection);
			}
		}
		catch (SQLException ex) {
			throw new MigrationException(this.place, null,
					"%s; see that the database answers and its user may do that, then try again"
						.formatted(ex.getMessage()),
					ex);
		}
	}

	/**
	 * What is asked or done on a connection in auto-commit mode.
	 */
	@FunctionalInterface
	private interface Question<T> {

		T ask(MigrationTask task, Connection connection) throws SQLException;

	}

}
