package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.dbregistry.database.Databases;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.Models;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log of a start what it leaves undone about the tables of models. Nothing is
 * said twice: models of customizers come to a database that was looked at already.
 */
final class TablesLog {

	private static final Logger logger = LoggerFactory.getLogger(ModelTables.class);

	/** Databases and differences. */
	private final Set<String> said = ConcurrentHashMap.newKeySet();

	/**
	 * Nobody makes the tables of a database, as far as is known here.
	 * @param migrated whether a changelog would be looked for
	 */
	void unmade(String database, Models models, boolean migrated) {
		long count = models.in(database).stream().filter((model) -> model.kind() == ModelKind.DECLARED).count();
		if (count > 0 && this.said.add(database)) {
			logger.info(
					"No tables are made or migrated for the {} of database '{}'; set registry.ddl-auto to create or "
							+ "validate, or to none if others make them{}",
					(count == 1) ? "model" : count + " models", database,
					migrated ? ", or add spring-boot-starter-liquibase and the changelog " + changelog(database) : "");
		}
	}

	private static String changelog(String database) {
		return "classpath:/db/changelog/%sdb.changelog-master.yaml"
			.formatted(database.equals(Databases.PRIMARY) ? "" : database + "/");
	}

	/**
	 * Tables that were there already are otherwise than declared.
	 * @param differences a sentence for each
	 */
	void older(String database, List<String> differences) {
		List<String> news = differences.stream().filter(this.said::add).toList();
		if (!news.isEmpty()) {
			String line = System.lineSeparator() + "- ";
			logger.warn(
					"Tables that database '{}' had already are otherwise than the models declare, and stay so:{}{}{}migrate "
							+ "them, or correct the models; with registry.ddl-auto=validate this fails the start",
					database, line, String.join(line, news), System.lineSeparator());
		}
	}

}
