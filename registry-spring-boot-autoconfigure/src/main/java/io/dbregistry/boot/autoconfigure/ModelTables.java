package io.dbregistry.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryProperties.DdlAuto;
import io.dbregistry.boot.startup.Failures;
import io.dbregistry.boot.startup.StartupWork;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Column;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.schema.Schemas;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * The tables of the models at start: what {@code registry.ddl-auto} says is done for each
 * database after its migrations. Only the models that were found are known here; those of
 * customizers come when a registry is built.
 */
final class ModelTables {

	private static final Logger logger = LoggerFactory.getLogger(ModelTables.class);

	private static final String HOLDER = "tables of the models";

	private final Models models;

	private final @Nullable DdlAuto mode;

	private final boolean autoStartup;

	private final Supplier<Stream<SchemaManagementProvider>> managements;

	private final TablesLog log = new TablesLog();

	private final Map<String, StartupWork> work = new LinkedHashMap<>();

	/** What is to be dropped at the end, the latest first. */
	private final ConcurrentLinkedDeque<Runnable> drops = new ConcurrentLinkedDeque<>();

	/** What holds the databases that were handed in, the latest first. */
	private final ConcurrentLinkedDeque<Lease> leases = new ConcurrentLinkedDeque<>();

	ModelTables(Models models, @Nullable DdlAuto mode, boolean autoStartup,
			Supplier<Stream<SchemaManagementProvider>> managements) {
		this.models = models;
		this.mode = mode;
		this.autoStartup = autoStartup;
		this.managements = managements;
	}

	/**
	 * The work of one database, to be done when it is open.
	 */
	StartupWork of(String name, DataSource dataSource, DatabaseSettings settings) {
		StartupWork tables = new StartupWork(make(name, settings.schema(), this.models));
		this.work.put(name, tables);
		return tables;
	}

	private StartupWork.Work make(String name, @Nullable String schema, Models models) {
		return (source) -> {
			if (apply(name, source, schema, models)) {
				this.drops.push(() -> schemas(name, source, schema, models).dropAll(name));
			}
		};
	}

	/**
	 * Does the work on a database that is being opened: the registry's own is not open to
	 * others before its hooks are done.
	 * @return whether the tables are to be dropped at the end
	 */
	boolean apply(String name, DataSource source, @Nullable String schema, Models models) {
		return hasModels(models, name) && apply(name, source, schemas(name, source, schema, models), models);
	}

	private static Schemas schemas(String name, DataSource source, @Nullable String schema, Models models) {
		Database database = Database.adopt(name, source, DatabaseSettings.builder().schema(schema).build());
		return Schemas.of(Databases.of(both(name, database)), models);
	}

	private static Map<String, Database> both(String name, Database database) {
		return name.equals(Databases.PRIMARY) ? Map.of(name, database)
				: Map.of(Databases.PRIMARY, database, name, database);
	}

	private static boolean hasModels(Models models, String database) {
		return !models.in(database).isEmpty();
	}

	Collection<StartupWork> work() {
		return this.work.values();
	}

	/**
	 * Does the same for the models that a registry has from elsewhere. Where a database
	 * is not open, the work waits until it is.
	 * @param registry the registry, just built
	 * @param added the tables of the databases that were added with their connections
	 */
	void complete(Registry registry, Map<String, AddedTables> added) {
		requireSameNames(registry.models());
		Failures failures = new Failures();
		registry.models()
			.all()
			.stream()
			.filter((model) -> model.kind().isManaged() && this.models.find(model.name()).isEmpty())
			.map(ModelType::home)
			.distinct()
			.forEach((name) -> failures.collect(() -> complete(name, registry, added.get(name))));
		failures.throwFirst();
	}

	/**
	 * The tables of what was found are made before a customizer can name them, or convert
	 * their values.
	 */
	private void requireSameNames(Models models) {
		if (this.mode == DdlAuto.NONE) {
			return;
		}
		Map<String, Map.Entry<String, String>> renamed = new LinkedHashMap<>();
		for (ModelType<?> found : this.models.all()) {
			models.find(found.name())
				.filter((model) -> model.kind().isManaged())
				.flatMap((model) -> Stream.<Function<Column, String>>of(Column::name, ModelTables::describe)
					.map((column) -> Map.entry(table(found, column), table(model, column)))
					.filter((both) -> !both.getKey().equals(both.getValue()))
					.findFirst())
				.ifPresent((both) -> renamed.put(found.name(), both));
		}
		if (!renamed.isEmpty()) {
			throw new LateNamingException(renamed);
		}
	}

	private static String describe(Column column) {
		return column.name() + " " + column.type();
	}

	/** The name of the table, and its columns. */
	private static String table(ModelType<?> model, Function<Column, String> column) {
		return model.table()
			.columns()
			.stream()
			.map(column)
			.collect(Collectors.joining(", ", model.table().name() + " (", ")"));
	}

	private void complete(String name, Registry registry, @Nullable AddedTables added) {
		StartupWork first = this.work.get(name);
		if (added != null) {
			added.makeFor(registry);
			this.drops.push(added::drop);
		}
		else if (first == null) {
			handedIn(name, registry);
		}
		else {
			Database database = registry.databases().get(name);
			StartupWork.Work more = make(name, database.schema(), registry.models());
			if (!first.add(more)) {
				more.run(database.dataSource());
			}
		}
	}

	/**
	 * A database that was made elsewhere takes no hook any more: it is opened here and
	 * kept until the life cycle has taken over.
	 */
	private void handedIn(String name, Registry registry) {
		if (this.mode == DdlAuto.NONE) {
			return;
		}
		Database database = registry.databases().get(name);
		if (this.autoStartup) {
			this.leases.push(database.required() ? database.acquire(HOLDER) : database.acquireWhenAvailable(HOLDER));
		}
		if (database.status().state() != DatabaseStatus.State.OPEN) {
			logger.warn("The tables of the models in database '{}' are not made: it was handed in and is not open; "
					+ "call registry.schemas().createAll(\"{}\") when it is", name, name);
		}
		else if (apply(name, database.dataSource(), registry.schemas(), registry.models())) {
			this.drops.push(() -> {
				try (Lease lease = database.acquire(HOLDER)) {
					registry.schemas().dropAll(name);
				}
			});
		}
	}

	/** Returns whether the tables are to be dropped at the end. */
	private boolean apply(String name, DataSource source, Schemas schemas, Models models) {
		DdlAuto mode = (this.mode != null) ? this.mode : defaultMode(name, source, models);
		switch (mode) {
			case NONE -> {
				// others make them
			}
			case CREATE, CREATE_DROP -> this.log.older(name, schemas.createAndCompare(name));
			case VALIDATE -> schemas.validate(name);
		}
		return mode == DdlAuto.CREATE_DROP;
	}

	/**
	 * Gives back the databases that were handed in, once others hold them.
	 */
	void release() {
		Failures failures = new Failures();
		for (Lease lease = this.leases.poll(); lease != null; lease = this.leases.poll()) {
			failures.collect(lease::release);
		}
		failures.throwFirst();
	}

	private DdlAuto defaultMode(String name, DataSource dataSource, Models models) {
		boolean managed = this.managements.get()
			.anyMatch((management) -> management.getSchemaManagement(dataSource) == SchemaManagement.MANAGED);
		if (managed) {
			return DdlAuto.NONE;
		}
		if (EmbeddedDatabaseConnection.isEmbedded(dataSource)) {
			return DdlAuto.CREATE_DROP;
		}
		this.log.unmade(name, models, this.work.containsKey(name));
		return DdlAuto.NONE;
	}

	/**
	 * Drops what was created to be dropped; one failure does not keep the rest.
	 */
	void drop() {
		Failures failures = new Failures();
		for (Runnable drop = this.drops.poll(); drop != null; drop = this.drops.poll()) {
			failures.collect(drop);
		}
		failures.throwFirst();
	}

}
