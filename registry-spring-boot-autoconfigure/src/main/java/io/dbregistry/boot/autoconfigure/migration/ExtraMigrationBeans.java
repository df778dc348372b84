package io.dbregistry.boot.autoconfigure.migration;

import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.boot.startup.ExtraFamily;
import io.dbregistry.boot.startup.StartupWork;
import io.dbregistry.migration.SchemaDataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

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
	 * The migrations. What {@code spring.liquibase.*} says of all migrations holds for
	 * them too, but neither its connection nor what is done once: dropping, tagging,
	 * clearing checksums.
	 */
	static ExtraLiquibase liquibase(String database, DataSource dataSource, Environment environment) {
		Binder binder = Binder.get(environment);
		String extra = "registry.extra." + database;
		String named = binder.bind(extra + ".liquibase.change-log", String.class).orElse(null);
		String schema = binder.bind(extra + ".schema", String.class)
			.orElseGet(() -> binder.bind("registry.defaults.schema", String.class).orElse(null));
		ExtraLiquibase liquibase = new ExtraLiquibase(database, named != null);
		liquibase.setShouldRun(binder.bind(extra + ".migrations.enabled", Boolean.class).orElse(true));
		liquibase.setDataSource((schema != null) ? new SchemaDataSource(dataSource, schema) : dataSource);
		liquibase.setChangeLog(
				(named != null) ? named : "classpath:/db/changelog/%s/db.changelog-master.yaml".formatted(database));
		liquibase.setDefaultSchema(schema);
		inherit(liquibase, binder.bindOrCreate("spring.liquibase", LiquibaseProperties.class));
		return liquibase;
	}

	private static void inherit(SpringLiquibase liquibase, LiquibaseProperties properties) {
		liquibase.setContexts(join(properties.getContexts()));
		liquibase.setLabelFilter(join(properties.getLabelFilter()));
		liquibase.setChangeLogParameters(properties.getParameters());
		liquibase.setDatabaseChangeLogTable(properties.getDatabaseChangeLogTable());
		liquibase.setDatabaseChangeLogLockTable(properties.getDatabaseChangeLogLockTable());
		liquibase.setLicenseKey(properties.getLicenseKey());
		liquibase.setAnalyticsEnabled(properties.getAnalyticsEnabled());
		if (properties.getShowSummary() != null) {
			liquibase.setShowSummary(UpdateSummaryEnum.valueOf(properties.getShowSummary().name()));
		}
		if (properties.getShowSummaryOutput() != null) {
			liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.valueOf(properties.getShowSummaryOutput().name()));
		}
		if (properties.getUiService() != null) {
			liquibase.setUiService(UIServiceEnum.valueOf(properties.getUiService().name()));
		}
	}

	private static @Nullable String join(@Nullable List<String> values) {
		return CollectionUtils.isEmpty(values) ? null : StringUtils.collectionToCommaDelimitedString(values);
	}

	/**
	 * What is to be done when the database is open. A bean of the application in place of
	 * the migrations has done it already.
	 */
	static StartupWork work(String database, DataSource dataSource, BeanFactory beanFactory) {
		return new StartupWork(dataSource, (opened) -> {
			if (beanFactory.getBean(liquibaseName(database)) instanceof ExtraLiquibase liquibase) {
				liquibase.migrate();
			}
		});
	}

}
