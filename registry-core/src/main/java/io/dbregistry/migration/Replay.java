package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.migration.CompiledChangelog.CompiledChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Executes in one schema what was compiled in another one with the same history. Safe for
 * use by several threads, each with a connection of its own.
 */
interface Replay {

	/**
	 * A replay that suits the product.
	 * @param before the history that the changelog was compiled for
	 * @param states notes that a schema has everything
	 * @param source further connections, for locks
	 * @return the replay, or {@code null} where each schema needs Liquibase
	 */
	static @Nullable Replay of(Dialect dialect, Histories histories, CompiledChangelog compiled, History before,
			StateNotes states, DataSource source) {
		return switch (MigrationProduct.of(dialect)) {
			case POSTGRESQL -> new TransactionalReplay(histories, compiled, before, states);
			case MARIADB, H2 -> new StepwiseReplay(dialect, histories, compiled, before, states, source);
			case SQLITE, OTHER -> null;
		};
	}

	/**
	 * Brings a schema up to date.
	 * @param connection in auto-commit mode, as it is left
	 * @throws MigrationException if a statement fails
	 * @throws SQLException if something else fails
	 */
	Outcome run(Connection connection, MigrationPlace place) throws SQLException;

	/**
	 * Executes a changelog, statement by statement.
	 * @param afterEach is done after each change set
	 * @throws MigrationException if a statement fails
	 * @throws SQLException if something else fails
	 */
	static void execute(Connection connection, MigrationPlace place, CompiledChangelog changelog, Step afterEach)
			throws SQLException {
		changelog.beginning().forEach((sql) -> execute(connection, place, null, sql));
		for (CompiledChangeSet changeSet : changelog.changeSets()) {
			changeSet.all().forEach((sql) -> execute(connection, place, changeSet.name(), sql));
			afterEach.run();
		}
	}

	/**
	 * Executes a statement of a change set, or one before all change sets.
	 * @throws MigrationException if it fails; without the statement, which may have a
	 * secret that was a parameter of the changelog
	 */
	private static void execute(Connection connection, MigrationPlace place, @Nullable String changeSet, String sql) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new MigrationException(place, changeSet,
					"%s; %s".formatted(LiquibaseFailure.words(ex.getMessage()),
							(changeSet != null) ? "correct the changelog or what the schema has, and migrate again"
									: "see that the user of the connection may do that, then try again"),
					ex);
		}
	}

	/** A step between change sets. */
	@FunctionalInterface
	interface Step {

		void run() throws SQLException;

	}

	/**
	 * What became of a schema.
	 */
	enum Outcome {

		/** It is up to date now. */
		DONE,

		/** Somebody else changed its history since it was read; nothing was done. */
		CHANGED,

		/** Somebody else is migrating it; nothing was done. */
		BUSY

	}

}
