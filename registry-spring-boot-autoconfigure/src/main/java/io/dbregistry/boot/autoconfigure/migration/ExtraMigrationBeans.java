package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.boot.startup.ExtraFamily;
import io.dbregistry.boot.startup.StartupWork;
import io.dbregistry.migration.ChangelogSettings;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes the beans that migrate an extra database. Called by reflection, also from code
 * that was generated ahead of time: the names of the methods are used in
 * {@link ExtraMigrationsRegistrar}.
 */
final class ExtraMigrationBeans {

	private ExtraMigrationBeans() {
	}

	static String liquibaseName(String database) {
		return ExtraFamily.liquibaseName(database);
	}

	/**
	 * The migrations.
	 */
	static ExtraLiquibase liquibase(String database, DataSource dataSource, Environment environment,
			ResourceLoader resources) {
		ChangelogReader reader = new ChangelogReader(environment, resources);
		ChangelogSettings.Builder settings = ChangelogSettings.builder();
		reader.extra(database, settings);
		return new ExtraLiquibase(database, dataSource, reader.schema(database), settings.build());
	}

	/**
	 * What is to be done when the database is open. A bean of the application in place of
	 * the migrations has done it already.
	 */
	static StartupWork work(String database, BeanFactory beanFactory) {
		return new StartupWork((dataSource) -> {
			if (beanFactory.getBean(liquibaseName(database)) instanceof ExtraLiquibase liquibase) {
				liquibase.migrate();
			}
		});
	}

}
