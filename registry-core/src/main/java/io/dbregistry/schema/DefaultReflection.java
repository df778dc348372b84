package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.OpenHook;
import io.dbregistry.dialect.Catalog.Contents;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.error.NearNames;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.SequenceChanged;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * The reflection of the databases of one registry.
 */
final class DefaultReflection implements Reflection {

	private final Databases databases;

	private final Models models;

	private final LiveModels liveModels;

	DefaultReflection(Databases databases, Models models, List<TablePattern> patterns) {
		this.databases = databases;
		this.models = models;
		this.liveModels = new LiveModels(databases, models, patterns);
	}

	@Override
	public Metadata read(String database, @Nullable String schema) {
		Database known = this.databases.get(database);
		return DdlSession.ask(known, "Reading the tables of", (connection) -> {
			Dialect dialect = known.dialect();
			String place = (schema != null) ? schema : OwnSchema.find(known, connection).orElse(null);
			Contents contents = dialect.catalog().read(connection, place, TableFilter.all());
			return Metadata.of(database, contents.tables(), contents.sequences(), contents.notes());
		});
	}

	@Override
	public Metadata tryOut(Metadata declared) {
		Database known = this.databases.get(declared.database());
		Map<@Nullable String, List<Table>> bySchema = new LinkedHashMap<>();
		for (Table table : declared.tables()) {
			Objects.requireNonNull(bySchema.computeIfAbsent(table.name().schema(), (name) -> new ArrayList<>()))
				.add(table.withoutSchema(table.name().schema()));
		}
		List<Table> reported = new ArrayList<>();
		bySchema.forEach((schema, tables) -> {
			List<Sequence> sequences = declared.sequences()
				.stream()
				.filter((sequence) -> Objects.equals(sequence.name().schema(), schema))
				.map((sequence) -> sequence.withoutSchema(schema))
				.toList();
			DdlSession
				.ask(known, "Trying out the tables of",
						(connection) -> known.dialect().catalog().tryOut(connection, tables, sequences))
				.forEach((table) -> reported.add(table.withDefaultSchema(schema)));
		});
		return Metadata.of(declared.database(), reported);
	}

	@Override
	public Sources sources(String database, @Nullable String schema, String packageName, Predicate<String> tables) {
		SourceNames.checkPackage(packageName);
		Metadata metadata = read(database, schema);
		Database known = this.databases.get(database);
		if (schema != null && metadata.tables().isEmpty() && metadata.notes().isEmpty()) {
			requireSchema(known, schema);
		}
		boolean primary = known == this.databases.primary();
		return new SourceGenerator(restrict(metadata, tables), known.dialect()).sources(primary ? null : database,
				schema, packageName);
	}

	private static Metadata restrict(Metadata metadata, Predicate<String> tables) {
		return Metadata.of(metadata.database(),
				metadata.tables().stream().filter((table) -> tables.test(table.name().name())).toList(),
				metadata.sequences(),
				metadata.notes().stream().filter((note) -> tables.test(note.subject().name())).toList());
	}

	private static void requireSchema(Database database, String schema) {
		List<String> all = DdlSession.ask(database, "Reading the schemas of", database.dialect()::schemas);
		if (!all.contains(schema)) {
			throw new SchemaException(database.name(), "Database '%s' has no schema '%s' (%s); correct the name"
				.formatted(database.name(), schema, NearNames.describe(schema, all)), null);
		}
	}

	@Override
	public List<Note> refresh(List<String> names) {
		return this.liveModels.reflect(names);
	}

	@Override
	public PatternReport reflect(String pattern) {
		return this.liveModels.match(pattern);
	}

	@Override
	public PatternReport report(String pattern) {
		return this.liveModels.report(pattern);
	}

	@Override
	public OpenHook openHook(String database) {
		return this.liveModels.hook(database);
	}

	@Override
	public List<Change> compare(String database) {
		Database known = this.databases.get(database);
		List<Change> changes = new ArrayList<>();
		DdlSession.run(known, "Reading the tables of", (session) -> {
			changes.addAll(session.compare(ModelTables.of(this.models, database)).changes());
			session.existingSequences(placed(known, session), false)
				.forEach((lacking) -> changes.add(new SequenceChanged(null, lacking.sequence())));
		});
		return List.copyOf(changes);
	}

	/** The declared sequences, each with the schema that it is in. */
	private List<KeySequence> placed(Database database, DdlSession session) throws SQLException {
		List<KeySequence> declared = ModelTables.sequences(this.models, database.name());
		if (declared.isEmpty()) {
			return declared;
		}
		String schema = session.findOwnSchema().orElse(null);
		return declared.stream().map((sequence) -> sequence.withDefaultSchema(schema)).toList();
	}

}
