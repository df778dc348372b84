package io.dbregistry.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.dbregistry.database.Database;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** Liquibase as it comes, on files of a folder. */
public final class StockLiquibase {

	/** Held, or its level would be forgotten. */
	private static final Logger LOGGER = Logger.getLogger("liquibase");

	private final Path folder;

	public StockLiquibase(Path folder) {
		this.folder = folder;
		LOGGER.setLevel(Level.WARNING);
	}

	/** Applies what is new in a changelog. */
	public void update(Database database, String changelog) throws Exception {
		run(database, changelog, (liquibase) -> liquibase.update(new Contexts(), new LabelExpression()));
	}

	/** Applies what is new in a changelog in a schema that is current for it. */
	public void update(Database database, String schema, String changelog) throws Exception {
		run(database, schema, changelog, (liquibase) -> liquibase.update(new Contexts(), new LabelExpression()));
	}

	/** Undoes all change sets of a changelog, which are the last that were applied. */
	public void rollback(Database database, String changelog) throws Exception {
		run(database, changelog, (liquibase) -> liquibase
			.rollback(liquibase.getDatabaseChangeLog().getChangeSets().size(), new Contexts(), new LabelExpression()));
	}

	/** Takes the lock, and never gives it back. */
	public void lock(Database database) throws Exception {
		run(database, "none.yaml",
				(liquibase) -> LockServiceFactory.getInstance().getLockService(liquibase.getDatabase()).waitForLock());
	}

	private void run(Database database, String changelog, Work work) throws Exception {
		run(database, null, changelog, work);
	}

	private void run(Database database, @Nullable String schema, String changelog, Work work) throws Exception {
		try (Connection connection = database.connection();
				DirectoryResourceAccessor files = new DirectoryResourceAccessor(this.folder)) {
			boolean catalogs = database.dialect().schemasAreCatalogs();
			String before = catalogs ? connection.getCatalog() : connection.getSchema();
			if (schema != null) {
				enter(connection, catalogs, schema);
			}
			liquibase.database.Database target = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			Scope.child(Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService()),
					() -> work.on(new Liquibase(changelog, files, target)));
			if (schema != null) {
				enter(connection, catalogs, before);
			}
		}
	}

	/** The pool resets neither. */
	private static void enter(Connection connection, boolean catalogs, String schema) throws SQLException {
		if (catalogs) {
			connection.setCatalog(schema);
		}
		else {
			connection.setSchema(schema);
		}
	}

	/** What is done by Liquibase. */
	@FunctionalInterface
	private interface Work {

		void on(Liquibase liquibase) throws Exception;

	}

}
