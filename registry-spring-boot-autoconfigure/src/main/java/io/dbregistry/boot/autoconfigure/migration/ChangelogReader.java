package io.dbregistry.boot.autoconfigure.migration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dbregistry.database.Databases;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.SchemaSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties.ShowSummary;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Reads how databases are migrated. What {@code spring.liquibase.*} says of all
 * migrations holds for all databases, but neither its connection nor what is done once:
 * dropping, tagging, clearing checksums.
 */
final class ChangelogReader {

	private final Binder binder;

	private final LiquibaseProperties liquibase;

	private final ResourceLoader resources;

	ChangelogReader(Environment environment, ResourceLoader resources) {
		this.binder = Binder.get(environment);
		this.liquibase = this.binder.bindOrCreate("spring.liquibase", LiquibaseProperties.class);
		this.resources = resources;
	}

	/** The primary database. */
	void primary(ChangelogSettings.Builder settings) {
		String changelog = this.liquibase.getChangeLog();
		common(settings, Databases.PRIMARY)
			.location(changelog.equals(new LiquibaseProperties().getChangeLog()) ? null : changelog)
			.historySchema(this.liquibase.getLiquibaseSchema());
	}

	/** An extra database. */
	void extra(String database, ChangelogSettings.Builder settings) {
		common(settings, database).location(text("registry.extra.%s.liquibase.change-log".formatted(database)))
			.enabled(this.binder.bind(migrations(database) + ".enabled", Boolean.class).orElse(true));
	}

	/** The schema that is given for an extra. */
	@Nullable String schema(String database) {
		String own = text("registry.extra.%s.schema".formatted(database));
		return (own != null) ? own : text("registry.defaults.schema");
	}

	private @Nullable String text(String property) {
		return this.binder.bind(property, String.class).orElse(null);
	}

	/** The properties that name the schemas of tenants in a database. */
	List<String> namingTenants(String database) {
		return Stream.of(tenantSchemas(database), tenantSchemasQuery(database))
			.filter((property) -> this.binder.bind(property, Bindable.of(Object.class)).isBound())
			.toList();
	}

	private static String tenantSchemas(String database) {
		return migrations(database) + ".tenant-schemas";
	}

	private static String tenantSchemasQuery(String database) {
		return migrations(database) + ".tenant-schemas-query";
	}

	private static String migrations(String database) {
		return database.equals(Databases.PRIMARY) ? "registry.migrations"
				: "registry.extra.%s.migrations".formatted(database);
	}

	private ChangelogSettings.Builder common(ChangelogSettings.Builder settings, String database) {
		Map<String, String> parameters = this.liquibase.getParameters();
		settings.contexts(join(this.liquibase.getContexts()))
			.labels(join(this.liquibase.getLabelFilter()))
			.parameters((parameters != null) ? parameters : Map.of())
			.historyTable(this.liquibase.getDatabaseChangeLogTable())
			.lockTable(this.liquibase.getDatabaseChangeLogLockTable())
			.analytics(Boolean.TRUE.equals(this.liquibase.getAnalyticsEnabled()))
			.liquibase(liquibase())
			.resources(this.resources);
		locks(settings);
		this.binder.bind("registry.migrations.workers", Integer.class).ifBound(settings::workers);
		this.binder.bind(tenantSchemas(database), Bindable.listOf(String.class))
			.ifBound((names) -> settings.schemas(SchemaSource.of(names)));
		this.binder.bind(tenantSchemasQuery(database), String.class)
			.ifBound((sql) -> settings.schemas(SchemaSource.query(sql)));
		settings.tenantLocation(text(migrations(database) + ".tenant-change-log"));
		return settings;
	}

	/** How others who migrate are waited for. */
	void locks(ChangelogSettings.Builder settings) {
		this.binder.bind("registry.migrations.lock-timeout", Duration.class).ifBound(settings::lockTimeout);
		this.binder.bind("registry.migrations.take-over-lock-after", Duration.class)
			.ifBound(settings::takeOverLockAfter);
	}

	private Map<String, String> liquibase() {
		Map<String, String> values = new HashMap<>();
		ShowSummary summary = this.liquibase.getShowSummary();
		values.put("liquibase.command.showSummary", ((summary != null) ? summary : ShowSummary.SUMMARY).name());
		if (this.liquibase.getShowSummaryOutput() != null) {
			values.put("liquibase.command.showSummaryOutput", this.liquibase.getShowSummaryOutput().name());
		}
		if (this.liquibase.getUiService() != null) {
			values.put("ui", this.liquibase.getUiService().name());
		}
		if (this.liquibase.getLicenseKey() != null) {
			values.put("liquibase.licenseKey", this.liquibase.getLicenseKey());
		}
		return values;
	}

	private static @Nullable String join(@Nullable List<String> values) {
		return CollectionUtils.isEmpty(values) ? null : StringUtils.collectionToCommaDelimitedString(values);
	}

}
