package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseUrl;
import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the databases of one registry.
 */
final class DefaultSchemas implements Schemas {

	private final Databases databases;

	private final Models models;

	/** By the name of the database; what was read once stays. */
	private final Map<String, Optional<String>> defaultNames = new ConcurrentHashMap<>();

	private final @Nullable SchemaProvisioner provisioner;

	DefaultSchemas(Databases databases, Models models, @Nullable SchemaProvisioner provisioner) {
		this.databases = databases;
		this.models = models;
		this.provisioner = provisioner;
	}

	@Override
	public void create(String name, Consumer<SchemaCreation> options) {
		SchemaCreation creation = new SchemaCreation();
		options.accept(creation);
		creation.databases().forEach(this.databases::get);
		if (creation.makesTenantTables()) {
			creation.databases().forEach((database) -> requireNotDefault(database, name));
		}
		List<NewSchema> places = creation.databases()
			.stream()
			.map((database) -> new NewSchema(this.databases.get(database), name, tablesOf(database, name, creation),
					sequencesOf(database, name, creation)))
			.toList();
		new SchemaWork(name).create(places, creation.takesExisting());
		SchemaProvisioner known = this.provisioner;
		if (known != null && creation.makesTenantTables()) {
			places.stream()
				.filter(NewSchema::isNew)
				.map((place) -> place.database().name())
				.filter(known::provisionsTenants)
				.forEach((database) -> known.tenantProvisioned(database, name));
		}
	}

	private void requireNotDefault(String database, String schema) {
		if (findDefaultName(database).filter(schema::equalsIgnoreCase).isPresent()) {
			throw new SchemaException(database,
					("Schema '%s' of database '%s' gets no tables of tenants: it is the default schema; "
							+ "give each tenant a schema of its own")
						.formatted(schema, database),
					null);
		}
	}

	/** The tables asked for that are not fixed to another schema. */
	private List<Table> tablesOf(String database, String schema, SchemaCreation creation) {
		return ModelTables.of(this.models, database, creation::makesTablesOf)
			.stream()
			.filter((table) -> schema.equals(table.name().withDefaultSchema(schema).schema()))
			.toList();
	}

	private List<KeySequence> sequencesOf(String database, String schema, SchemaCreation creation) {
		return ModelTables.sequences(this.models, database, creation::makesTablesOf)
			.stream()
			.filter((sequence) -> schema.equals(sequence.sequence().withDefaultSchema(schema).name().schema()))
			.toList();
	}

	@Override
	public void drop(String name, Consumer<SchemaRemoval> options) {
		SchemaRemoval removal = new SchemaRemoval();
		options.accept(removal);
		removal.databases().forEach(this.databases::get);
		if (!removal.isForced()) {
			removal.databases().forEach((database) -> requireUnprotected(database, name));
		}
		List<OldSchema> places = removal.databases()
			.stream()
			.map((database) -> new OldSchema(this.databases.get(database), name, removal))
			.toList();
		new SchemaWork(name).drop(places, removal.passesOverMissing());
	}

	private void requireUnprotected(String name, String schema) {
		Database database = this.databases.get(name);
		if (database.dialect().isBuiltInSchema(schema)) {
			throw new ProtectedSchemaException(name, schema,
					"one that every database of %s has".formatted(database.dialect().product()));
		}
		if (findDefaultName(name).filter(schema::equalsIgnoreCase).isPresent()) {
			throw new ProtectedSchemaException(name, schema, "the default schema");
		}
		for (String other : this.databases.names()) {
			if (isAtOnePlace(database, this.databases.get(other))
					&& schema.equalsIgnoreCase(this.databases.get(other).schema())) {
				throw new ProtectedSchemaException(name, schema, "the schema of database '%s'".formatted(other));
			}
		}
	}

	private static boolean isAtOnePlace(Database database, Database other) {
		Optional<DatabaseUrl> url = database.findUrl();
		return url.isPresent() && url.equals(other.findUrl());
	}

	@Override
	public List<String> names(String database) {
		Database known = this.databases.get(database);
		return DdlSession.ask(known, "Reading the schemas of",
				(connection) -> SchemaTreeReader.names(connection, known.dialect()));
	}

	@Override
	public SchemaTree tree() {
		return new SchemaTree(this.databases.names()
			.stream()
			.map((name) -> new SchemaTreeReader(this.databases.get(name)).read(name))
			.toList());
	}

	@Override
	public void createAll(String database, String... more) {
		List<DdlRun> runs = runs(database, more);
		if (runs.size() > 1) {
			runs.forEach(DdlRun::requireCreatable);
		}
		runs.forEach(DdlRun::create);
	}

	@Override
	public List<String> createAndCompare(String database) {
		List<String> differences = new ArrayList<>();
		runs(database).forEach((run) -> differences.addAll(run.createAndCompare()));
		return List.copyOf(differences);
	}

	@Override
	public void dropAll(String database, String... more) {
		List<DdlRun> runs = runs(database, more);
		if (runs.size() > 1) {
			runs.forEach(DdlRun::requireDroppable);
		}
		runs.forEach(DdlRun::drop);
	}

	@Override
	public void validate(String database, String... more) {
		List<String> problems = new ArrayList<>();
		runs(database, more).forEach((run) -> problems.addAll(run.mismatches()));
		if (!problems.isEmpty()) {
			throw new SchemaMismatchException(problems);
		}
	}

	/** Every name is looked up before anything is done. */
	private List<DdlRun> runs(String database, String... more) {
		List<String> names = new ArrayList<>(List.of(database));
		names.addAll(Arrays.asList(more));
		names.forEach(this.databases::get);
		return names.stream()
			.distinct()
			.filter((name) -> !tables(name).isEmpty() || this.databases.get(name).schema() != null)
			.map((name) -> new DdlRun(this.databases.get(name), tables(name), ModelTables.sequences(this.models, name))
				.whenNew(whenNew(name)))
			.toList();
	}

	private @Nullable Runnable whenNew(String name) {
		SchemaProvisioner known = this.provisioner;
		return (known != null && known.provisions(name)) ? () -> known.provisioned(name) : null;
	}

	private List<Table> tables(String database) {
		return ModelTables.of(this.models, database);
	}

	@Override
	public Optional<String> findDefaultName(String database) {
		Database known = this.databases.get(database);
		return this.defaultNames.computeIfAbsent(database,
				(name) -> OwnSchema.find(known, "Reading the default schema of"));
	}

}
