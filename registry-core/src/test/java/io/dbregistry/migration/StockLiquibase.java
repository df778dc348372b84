package io.dbregistry.migration;

import java.nio.file.Path;
import java.sql.Connection;
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
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

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

	/** Undoes all change sets of a changelog, which are the last that were applied. */
	public void rollback(Database database, String changelog) throws Exception {
		run(database, changelog, (liquibase) -> liquibase
			.rollback(liquibase.getDatabaseChangeLog().getChangeSets().size(), new Contexts(), new LabelExpression()));
	}

	private void run(Database database, String changelog, Work work) throws Exception {
		try (Connection connection = database.connection();
				DirectoryResourceAccessor files = new DirectoryResourceAccessor(this.folder)) {
			liquibase.database.Database target = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			Scope.child(Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService()),
					() -> work.on(new Liquibase(changelog, files, target)));
		}
	}

	/** What is done by Liquibase. */
	@FunctionalInterface
	private interface Work {

		void on(Liquibase liquibase) throws Exception;

	}

}
