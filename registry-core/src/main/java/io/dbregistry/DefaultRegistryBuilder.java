package io.dbregistry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.error.NearNames;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.model.ModelSettings;
import io.dbregistry.model.Models;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.schema.TablePattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was asked for until {@link #build()}, so that every mistake is known before
 * the first is reported.
 */
final class DefaultRegistryBuilder implements RegistryBuilder {

	private final List<String> problems = new ArrayList<>();

	private final Map<String, Supplier<Database>> extras = new LinkedHashMap<>();

	private final List<Consumer<DatabaseSettings.Builder>> defaults = new ArrayList<>();

	private final List<Class<?>> models = new ArrayList<>();

	private final List<Class<?>> converters = new ArrayList<>();

	private NamingStrategy naming = NamingStrategy.SNAKE_CASE;

	private String tablePrefix = "";

	private final Map<String, TablePattern> patterns = new LinkedHashMap<>();

	private final Map<String, ChangelogSettings.Builder> changelogs = new LinkedHashMap<>();

	private @Nullable Supplier<Database> primary;

	private @Nullable String schema;

	@Override
	public RegistryBuilder database(String url, Consumer<DatabaseSettings.Builder> settings) {
		return primary(() -> Database.create(Databases.PRIMARY, url, withSchema(settings)));
	}

	@Override
	public RegistryBuilder database(DataSource dataSource) {
		return primary(() -> {
			DatabaseSettings.Builder settings = DatabaseSettings.builder();
			withSchema((none) -> {
			}).accept(settings);
			return Database.adopt(Databases.PRIMARY, dataSource, settings.build());
		});
	}

	@Override
	public RegistryBuilder database(Database database) {
		return primary(() -> {
			if (this.schema != null && !this.schema.equals(database.schema())) {
				throw new InvalidSettingsException(List
					.of(("Schema '%s' is set for the primary, but database '%s', which was handed in, has '%s'; "
							+ "set the schema where that database is made")
						.formatted(this.schema, database.name(), database.schema())));
			}
			return database;
		});
	}

	private RegistryBuilder primary(Supplier<Database> database) {
		if (this.primary != null) {
			this.problems.add("The primary database is given twice; give it once, and others by extra(name, …)");
		}
		this.primary = database;
		return this;
	}

	private Consumer<DatabaseSettings.Builder> withSchema(Consumer<DatabaseSettings.Builder> settings) {
		return (this.schema != null) ? settings.andThen((builder) -> builder.schema(this.schema)) : settings;
	}

	@Override
	public RegistryBuilder schema(String schema) {
		this.schema = schema;
		return this;
	}

	@Override
	public RegistryBuilder defaults(Consumer<DatabaseSettings.Builder> settings) {
		this.defaults.add(settings);
		return this;
	}

	@Override
	public RegistryBuilder extra(String name, String url, Consumer<DatabaseSettings.Builder> settings) {
		return extra(name, () -> {
			DatabaseSettings.Builder builder = DatabaseSettings.builder();
			this.defaults.forEach((defaults) -> defaults.accept(builder));
			settings.accept(builder);
			return Database.create(name, url, builder.build());
		});
	}

	@Override
	public RegistryBuilder extra(String name, DataSource dataSource) {
		return extra(name, () -> Database.adopt(name, dataSource, DatabaseSettings.builder().build()));
	}

	@Override
	public RegistryBuilder extra(String name, Database database) {
		return extra(name, () -> database);
	}

	private RegistryBuilder extra(String name, Supplier<Database> database) {
		if (name.equals(Databases.PRIMARY)) {
			this.problems
				.add("'%s' is no name for an extra database, it is the primary's; choose another one".formatted(name));
		}
		else if (!Databases.isNameOfExtra(name)) {
			this.problems.add(
					"'%s' is no name for an extra database; use lower-case letters and digits, a letter first, for example 'analytics'"
						.formatted(name));
		}
		if (this.extras.put(name, database) != null) {
			this.problems.add("Extra database '%s' is given twice; rename one of them".formatted(name));
		}
		return this;
	}

	@Override
	public RegistryBuilder models(Class<?>... types) {
		this.models.addAll(List.of(types));
		return this;
	}

	@Override
	public RegistryBuilder converters(Class<?>... types) {
		this.converters.addAll(List.of(types));
		return this;
	}

	@Override
	public RegistryBuilder naming(NamingStrategy naming) {
		this.naming = naming;
		return this;
	}

	@Override
	public RegistryBuilder tablePrefix(String prefix) {
		this.tablePrefix = prefix;
		return this;
	}

	@Override
	public RegistryBuilder pattern(String name, Consumer<TablePattern> declaration) {
		TablePattern pattern = TablePattern.of(name, declaration);
		if (this.patterns.putIfAbsent(name, pattern) != null) {
			this.problems.add("Pattern '%s' is given twice; rename one of them".formatted(name));
		}
		return this;
	}

	@Override
	public RegistryBuilder changelog(String database, Consumer<ChangelogSettings.Builder> settings) {
		settings.accept(this.changelogs.computeIfAbsent(database, (name) -> ChangelogSettings.builder()));
		return this;
	}

	@Override
	public RegistryBuilder contentTypes() {
		this.problems.add("Content types are asked for, but this version has none yet; remove contentTypes() "
				+ "(in Spring: registry.content-type)");
		return this;
	}

	@Override
	public Registry build() {
		List<String> found = new ArrayList<>();
		List<RuntimeException> causes = new ArrayList<>();
		Map<String, Database> databases = new LinkedHashMap<>();
		if (this.primary == null) {
			found.add("There is no primary database; give one by database(…) (in Spring: registry.database.url)");
		}
		else {
			make(Databases.PRIMARY, this.primary, databases, found, causes);
		}
		this.extras.forEach((name, extra) -> make(name, extra, databases, found, causes));
		found.addAll(0, this.problems);
		List<String> known = new ArrayList<>(List.of(Databases.PRIMARY));
		known.addAll(this.extras.keySet());
		this.patterns.values().forEach((pattern) -> found.addAll(pattern.problems(known)));
		Map<String, ChangelogSettings> migrated = readChangelogs(known, found);
		Models read = readModels(databases, found);
		if (!found.isEmpty()) {
			InvalidSettingsException failure = new InvalidSettingsException(found);
			causes.forEach(failure::addSuppressed);
			throw failure;
		}
		return new DefaultRegistry(Databases.of(databases), read, List.copyOf(this.patterns.values()), migrated);
	}

	private Map<String, ChangelogSettings> readChangelogs(List<String> databases, List<String> found) {
		Map<String, ChangelogSettings> settings = new HashMap<>();
		this.changelogs.forEach((database, changelog) -> {
			if (!databases.contains(database)) {
				found
					.add("A changelog is set for database '%s', which the registry does not have (%s); correct the name"
						.formatted(database, NearNames.describe(database, databases)));
			}
			try {
				settings.put(database, changelog.build());
			}
			catch (IllegalArgumentException ex) {
				found.add(String.valueOf(ex.getMessage()));
			}
		});
		return settings;
	}

	/** When something else is wrong too, wrong models are part of that report. */
	private Models readModels(Map<String, Database> databases, List<String> found) {
		Map<String, String> schemas = new HashMap<>();
		databases.forEach((name, database) -> {
			if (database.schema() != null) {
				schemas.put(name, database.schema());
			}
		});
		try {
			return Models.from(this.models, new ModelSettings(List.copyOf(this.extras.keySet()), schemas, this.naming,
					this.tablePrefix, this.converters));
		}
		catch (ModelDefinitionException ex) {
			if (found.isEmpty()) {
				throw ex;
			}
			ex.getProblems().forEach((problem) -> found.add(problem.toString()));
			return Models.from(List.of(), List.of());
		}
	}

	private static void make(String name, Supplier<Database> database, Map<String, Database> databases,
			List<String> found, List<RuntimeException> causes) {
		try {
			databases.put(name, database.get());
		}
		catch (InvalidSettingsException ex) {
			found.addAll(ex.getProblems());
		}
		catch (RuntimeException ex) {
			found.add("Database '%s' cannot be made from its settings: %s".formatted(name, ex));
			causes.add(ex);
		}
	}

}
