package io.dbregistry.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the models of one registry.
 */
final class ModelMetadata implements MetadataSource {

	private static final String READING = "Reading the schemas of";

	private final Databases databases;

	private final Models models;

	/** What the models said last, by the name of the database. */
	private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

	ModelMetadata(Databases databases, Models models) {
		this.databases = databases;
		this.models = models;
	}

	@Override
	public Metadata metadata(String database, Consumer<MetadataSelection> selection) {
		Database known = this.databases.get(database);
		MetadataSelection selected = new MetadataSelection();
		selection.accept(selected);
		return selected.isPlain() ? snapshot(database, known) : select(database, known, selected);
	}

	@Override
	public Optional<Metadata> findMetadata(String database) {
		return this.databases.find(database).map((known) -> snapshot(database, known));
	}

	@Override
	public List<Metadata> metadataByUrl(String url) {
		List<Database> there = this.databases.byUrl(url);
		return this.databases.names()
			.stream()
			.filter((name) -> there.contains(this.databases.get(name)))
			.map((name) -> metadata(name))
			.toList();
	}

	private Metadata snapshot(String name, Database database) {
		// models that change in between make the next answer a new one
		long revision = this.models.revision();
		Snapshot last = this.snapshots.get(name);
		if (last != null && last.revision() == revision) {
			return last.metadata();
		}
		MetadataSelection selection = new MetadataSelection();
		if (last != null) {
			selection.updating(last.metadata());
		}
		Metadata made = select(name, database, selection);
		this.snapshots.put(name, new Snapshot(revision, made));
		return made;
	}

	private Metadata select(String name, Database database, MetadataSelection selection) {
		List<ModelType<?>> fixedFirst = ModelTables.models(this.models, name);
		fixedFirst.sort(Comparator.comparing((model) -> model.table().name().schema() == null));
		String own = findOwnSchema(database, selection);
		TablePlacement placement = new TablePlacement(name, own, schemas(database, selection), selection);
		fixedFirst.forEach(placement::add);
		return placement.build();
	}

	/**
	 * The server is asked for the default schema only when it is asked for the others.
	 */
	private static @Nullable String findOwnSchema(Database database, MetadataSelection selection) {
		return selection.asksForSchemas() ? OwnSchema.find(database, READING).orElse(null) : database.schema();
	}

	/** The schemas asked for, or {@code null} when each model is in its own. */
	private static @Nullable List<String> schemas(Database database, MetadataSelection selection) {
		if (!selection.asksForSchemas() || !database.dialect().hasSchemas()) {
			return null;
		}
		return DdlSession.ask(database, READING, (connection) -> SchemaTreeReader.names(connection, database.dialect()))
			.stream()
			.filter(selection.schemas())
			.toList();
	}

	/**
	 * What the models said.
	 *
	 * @param revision of the models then
	 */
	private record Snapshot(long revision, Metadata metadata) {

	}

}
