package io.dbregistry.boot.autoconfigure;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseUrl;
import io.dbregistry.database.Databases;
import io.dbregistry.model.NamingStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says about its registry. {@link #toString()} shows no secret.
 *
 * @param schema The default schema of the primary database, created when it is missing;
 * without it, the default of its connections.
 * @param extra The extra databases by name: lower-case letters and digits, a letter
 * first. Each is a URL, or a block of url, username, password, driver-class-name, schema,
 * required, open-timeout, echo, hikari, liquibase and migrations.
 * @param contentType Whether objects get content types, which do not exist yet: switching
 * them on fails the start.
 * @param autoStartup Whether the databases are opened when the application starts; else
 * it opens the registry itself.
 * @param ddlAuto What happens to the tables of the models at start; without it,
 * 'create-drop' for an embedded database without a migration tool, else 'none'.
 */
@ConfigurationProperties(RegistryProperties.PREFIX)
record RegistryProperties(@DefaultValue Primary database, @Nullable String schema,
		@DefaultValue Map<String, Extra> extra, @DefaultValue Defaults defaults,
		@DefaultValue("false") boolean contentType, @DefaultValue("true") boolean autoStartup,
		@Nullable DdlAuto ddlAuto, @DefaultValue Models models, @DefaultValue Health health,
		@NestedConfigurationProperty @DefaultValue MigrationProperties migrations) {

	static final String PREFIX = "registry";

	RegistryProperties {
		extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
	}

	/**
	 * The settings of the primary database; its pool is Spring Boot's.
	 */
	DatabaseSettings.Builder primarySettings() {
		return DatabaseSettings.builder()
			.schema(this.schema)
			.openTimeout(this.database.openTimeout())
			.echo(this.database.echo());
	}

	/**
	 * An extra database with what it inherits from the defaults.
	 */
	Extra extra(String name) {
		Extra own = this.extra.get(name);
		return ((own != null) ? own : Extra.of("")).inherit(this.defaults);
	}

	/**
	 * The default schemas that are given, by database.
	 */
	Map<String, String> schemas() {
		Map<String, String> schemas = new HashMap<>();
		if (this.schema != null) {
			schemas.put(Databases.PRIMARY, this.schema);
		}
		for (String name : this.extra.keySet()) {
			String own = extra(name).schema();
			if (own != null) {
				schemas.put(name, own);
			}
		}
		return schemas;
	}

	/**
	 * The primary database.
	 *
	 * @param url The JDBC URL; without it, the primary database is the application's own
	 * DataSource bean, the one of spring.datasource.*, or an embedded one.
	 * @param username The user, where the URL does not say it.
	 * @param password The user's password.
	 * @param driverClassName The driver, where it can't be found by the URL.
	 * @param openTimeout The longest time that opening may take.
	 * @param echo Whether each statement is logged with its duration, never its values.
	 */
	record Primary(@Nullable String url, @Nullable String username, @Nullable String password,
			@Nullable String driverClassName, @DefaultValue("10s") Duration openTimeout,
			@DefaultValue("false") boolean echo) {

		@Override
		public String toString() {
			return "Primary[url=%s, openTimeout=%s, echo=%s]"
				.formatted((this.url != null) ? new DatabaseUrl(this.url) : null, this.openTimeout, this.echo);
		}

	}

	/**
	 * What every extra database begins with.
	 *
	 * @param username The user of every extra database that names none.
	 * @param password The password of every extra database that has none of its own.
	 * @param driverClassName The driver of every extra database that names none.
	 * @param schema The default schema of every extra database that names none.
	 * @param required Whether the application may not start without an extra database.
	 * @param openTimeout The longest time that opening an extra database may take.
	 * @param echo Whether each statement is logged with its duration, never its values.
	 * @param hikari Further options of the pools, as under spring.datasource.hikari.
	 */
	record Defaults(@Nullable String username, @Nullable String password, @Nullable String driverClassName,
			@Nullable String schema, @DefaultValue("true") boolean required, @DefaultValue("10s") Duration openTimeout,
			@DefaultValue("false") boolean echo, @DefaultValue Map<String, String> hikari) {

		@Override
		public String toString() {
			return "Defaults[schema=%s, required=%s, openTimeout=%s, echo=%s]".formatted(this.schema, this.required,
					this.openTimeout, this.echo);
		}

	}

	/**
	 * A further database. Given as one value, that is its URL.
	 *
	 * @param url The JDBC URL.
	 * @param username The user, where the URL does not say it.
	 * @param password The user's password.
	 * @param driverClassName The driver, where it can't be found by the URL.
	 * @param schema The default schema, created when it is missing; without it, the
	 * default of the connections.
	 * @param required Whether the application may not start without the database.
	 * @param openTimeout The longest time that opening may take.
	 * @param echo Whether each statement is logged with its duration, never its values.
	 * @param hikari Further options of the pool, as under spring.datasource.hikari.
	 * @param liquibase Its changelog.
	 * @param migrations Its migrations.
	 */
	record Extra(@Nullable String url, @Nullable String username, @Nullable String password,
			@Nullable String driverClassName, @Nullable String schema, @Nullable Boolean required,
			@Nullable Duration openTimeout, @Nullable Boolean echo, @DefaultValue Map<String, String> hikari,
			@DefaultValue Liquibase liquibase, @DefaultValue Migrations migrations) {

		/**
		 * Converts the short form; called by the binder.
		 */
		public static Extra of(String url) {
			return new Extra(url, null, null, null, null, null, null, null, Map.of(), new Liquibase(null),
					new Migrations(true, null, null, null));
		}

		private Extra inherit(Defaults defaults) {
			return new Extra(this.url, either(this.username, defaults.username()),
					either(this.password, defaults.password()),
					either(this.driverClassName, defaults.driverClassName()), either(this.schema, defaults.schema()),
					either(this.required, defaults.required()), either(this.openTimeout, defaults.openTimeout()),
					either(this.echo, defaults.echo()), this.hikari, this.liquibase, this.migrations);
		}

		private static <V extends @Nullable Object> V either(@Nullable V own, V inherited) {
			return (own != null) ? own : inherited;
		}

		/**
		 * The settings of a database that adopts the pool; what describes the pool is not
		 * among them.
		 */
		DatabaseSettings.Builder settings() {
			DatabaseSettings.Builder settings = DatabaseSettings.builder().schema(this.schema);
			if (this.required != null) {
				settings.required(this.required);
			}
			if (this.openTimeout != null) {
				settings.openTimeout(this.openTimeout);
			}
			if (this.echo != null) {
				settings.echo(this.echo);
			}
			return settings;
		}

		@Override
		public String toString() {
			return "Extra[url=%s, schema=%s, required=%s]"
				.formatted((this.url != null) ? new DatabaseUrl(this.url) : null, this.schema, this.required);
		}

	}

	/**
	 * The changelog of a further database.
	 *
	 * @param changeLog The changelog, which has to exist; without it,
	 * 'classpath:/db/changelog/[name]/db.changelog-master.yaml' where that exists.
	 */
	record Liquibase(@Nullable String changeLog) {
	}

	/**
	 * The migrations of a further database.
	 *
	 * @param enabled Whether its changelog is applied; 'false' when something else makes
	 * its tables.
	 * @param tenantSchemas The schemas of tenants in it, which are migrated at start too.
	 * @param tenantSchemasQuery The query that finds the schemas of tenants in it, one
	 * name in each row.
	 * @param tenantChangeLog The changelog of these schemas; without it,
	 * 'classpath:/db/changelog/[name]/tenant/db.changelog-master.yaml'.
	 */
	record Migrations(@DefaultValue("true") boolean enabled, @Nullable List<String> tenantSchemas,
			@Nullable String tenantSchemasQuery, @Nullable String tenantChangeLog) {
	}

	/**
	 * The models.
	 *
	 * @param packages Where models are looked for; without it, the packages of the
	 * application. Entities of Jakarta Persistence in these packages are models too.
	 * @param naming How tables and columns are named that are not given a name; a
	 * NamingStrategy bean goes before it.
	 * @param tablePrefix How the names of tables begin that are not given one.
	 */
	record Models(@DefaultValue List<String> packages, @DefaultValue("snake-case") Naming naming,
			@DefaultValue("") String tablePrefix) {
	}

	/**
	 * How tables and columns are named.
	 */
	enum Naming {

		/** OrderLine is in the table order_line. */
		SNAKE_CASE(NamingStrategy.SNAKE_CASE),

		/** OrderLine is in the table orderlines. */
		PLURAL(NamingStrategy.PLURAL);

		private final NamingStrategy strategy;

		Naming(NamingStrategy strategy) {
			this.strategy = strategy;
		}

		NamingStrategy strategy() {
			return this.strategy;
		}

	}

	/**
	 * Health.
	 *
	 * @param timeout The longest time that all databases together have to answer.
	 * @param migrationsInterval How old what health says of migrations may be before it
	 * is read anew; 0 for nothing about them.
	 */
	record Health(@DefaultValue("3s") Duration timeout, @DefaultValue("5m") Duration migrationsInterval) {
	}

	/**
	 * What happens to the tables of the models at start.
	 */
	enum DdlAuto {

		/** Nothing. */
		NONE,

		/** They are created where they are missing. */
		CREATE,

		/**
		 * They are created where they are missing, and dropped when the application ends.
		 */
		CREATE_DROP,

		/** They are compared with the models; a difference fails the start. */
		VALIDATE

	}

}
