package io.dbregistry.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.boot.autoconfigure.RegistryProperties.DdlAuto;
import io.dbregistry.boot.startup.Failures;
import io.dbregistry.boot.startup.StartupWork;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.schema.Schemas;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * The tables of the models at start: what {@code registry.ddl-auto} says is done for each
 * database after its migrations. Only the models that were found are known here; those of
 * customizers come when the registry is built.
 */
final class ModelTables {

	private final Models models;

	private final @Nullable DdlAuto mode;

	private final Supplier<Stream<SchemaManagementProvider>> managements;

	private final Map<String, StartupWork> work = new LinkedHashMap<>();

	/** What is to be dropped at the end, the latest first. */
	private final ConcurrentLinkedDeque<Runnable> drops = new ConcurrentLinkedDeque<>();

	ModelTables(Models models, @Nullable DdlAuto mode, Supplier<Stream<SchemaManagementProvider>> managements) {
		this.models = models;
		this.mode = mode;
		this.managements = managements;
	}

	/**
	 * The work of one database, to be done when it is open.
	 */
	StartupWork of(String name, DataSource dataSource, DatabaseSettings settings) {
		StartupWork tables = new StartupWork(dataSource, (source) -> {
			if (hasModels(this.models, name)) {
				// the registry's own is not open to others before its hooks are done
				Database database = Database.adopt(name, source,
						DatabaseSettings.builder().schema(settings.schema()).build());
				apply(name, database, Schemas.of(Databases.of(both(name, database)), this.models));
			}
		});
		this.work.put(name, tables);
		return tables;
	}

	private static Map<String, Database> both(String name, Database database) {
		return name.equals(Databases.PRIMARY) ? Map.of(name, database)
				: Map.of(Databases.PRIMARY, database, name, database);
	}

	private static boolean hasModels(Models models, String database) {
		return models.all().stream().anyMatch((model) -> home(model).equals(database));
	}

	private static String home(ModelType<?> model) {
		return Objects.requireNonNullElse(model.database(), Databases.PRIMARY);
	}

	Collection<StartupWork> work() {
		return this.work.values();
	}

	/**
	 * Does the same for the models that a registry has from elsewhere.
	 */
	void complete(Databases databases, Models all, Schemas schemas) {
		List<String> homes = all.all()
			.stream()
			.filter((model) -> this.models.find(model.type()).isEmpty())
			.map(ModelTables::home)
			.distinct()
			.toList();
		for (String name : homes) {
			StartupWork first = this.work.get(name);
			if (first == null || first.isDone()) {
				apply(name, databases.get(name), schemas);
			}
		}
	}

	private void apply(String name, Database database, Schemas schemas) {
		switch ((this.mode != null) ? this.mode : defaultMode(database.dataSource())) {
			case NONE -> {
				// migrations do it
			}
			case CREATE -> schemas.createAll(name);
			case CREATE_DROP -> {
				schemas.createAll(name);
				this.drops.push(() -> schemas.dropAll(name));
			}
			case VALIDATE -> schemas.validate(name);
		}
	}

	private DdlAuto defaultMode(DataSource dataSource) {
		boolean managed = this.managements.get()
			.anyMatch((management) -> management.getSchemaManagement(dataSource) == SchemaManagement.MANAGED);
		return (!managed && EmbeddedDatabaseConnection.isEmbedded(dataSource)) ? DdlAuto.CREATE_DROP : DdlAuto.NONE;
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
