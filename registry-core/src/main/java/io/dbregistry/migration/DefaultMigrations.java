package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Models;
import io.dbregistry.schema.MetadataSource;
import io.dbregistry.schema.Reflection;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The migrations of one registry.
 */
final class DefaultMigrations implements Migrations {

	private static final String HOLDER = "migrations";

	private static final boolean YAML = ClassUtils.isPresent("org.yaml.snakeyaml.Yaml",
			DefaultMigrations.class.getClassLoader());

	private final Databases databases;

	private final Models models;

	private final MetadataSource metadata;

	private final Reflection reflection;

	DefaultMigrations(Databases databases, Models models, MetadataSource metadata, Reflection reflection) {
		this.databases = databases;
		this.models = models;
		this.metadata = metadata;
		this.reflection = reflection;
	}

	@Override
	public MigrationPlan plan(String database, Consumer<MigrationOptions> options) {
		MigrationOptions chosen = chosen(options);
		Database known = this.databases.get(database);
		MigrationState state = state(known, new MigrationFiles(chosen.resources(), database));
		return plan(known, state, chosen);
	}

	@Override
	public Optional<Path> generate(String database, String name, Consumer<MigrationOptions> options) {
		MigrationOptions chosen = chosen(options);
		Database known = this.databases.get(database);
		MigrationFiles files = new MigrationFiles(chosen.resources(), database);
		MigrationState state = state(known, files);
		String migration = files.next(state, name);
		MigrationPlan plan = plan(known, state, chosen);
		if (plan.steps().isEmpty()) {
			return Optional.empty();
		}
		Changelog changelog = new Changelog(Dialect.named(state.product()), plan);
		return Optional.of(files.write(migration, changelog, state.next(migration, plan.after())));
	}

	@Override
	public Path adopt(String database, Consumer<MigrationOptions> options) {
		MigrationOptions chosen = chosen(options);
		Database known = this.databases.get(database);
		MigrationFiles files = new MigrationFiles(chosen.resources(), database);
		files.requireNoState();
		try (Lease open = known.acquire(HOLDER)) {
			return files.write(live(known));
		}
	}

	/** What a database has of what its models ask for. */
	private MigrationState live(Database known) {
		Dialect dialect = known.dialect();
		Metadata read = this.reflection.read(known.name());
		Metadata live = unplaced(read,
				read.tables().stream().map((table) -> table.name().schema()).findFirst().orElse(null));
		Metadata wanted = wanted(known, dialect);
		List<Table> tables = live.tables().stream().filter((table) -> wanted.find(table.name()).isPresent()).toList();
		List<Sequence> sequences = live.sequences()
			.stream()
			.filter((sequence) -> wanted.findSequence(sequence.name()).isPresent())
			.toList();
		return new MigrationState(dialect.product(), null, null,
				Metadata.of(known.name(), tables, sequences, List.of()));
	}

	private static MigrationOptions chosen(Consumer<MigrationOptions> options) {
		if (!YAML) {
			throw new MissingYamlException();
		}
		MigrationOptions chosen = new MigrationOptions();
		options.accept(chosen);
		return chosen;
	}

	/** The committed state, or that of a database without tables. */
	private static MigrationState state(Database database, MigrationFiles files) {
		return files.findState()
			.orElseGet(
					() -> new MigrationState(product(database), null, null, Metadata.of(database.name(), List.of())));
	}

	private static String product(Database database) {
		try (Lease open = database.acquire(HOLDER)) {
			return database.dialect().product();
		}
	}

	private MigrationPlan plan(Database database, MigrationState state, MigrationOptions options) {
		Dialect dialect = Dialect.named(state.product());
		return Planner.plan(state.metadata(), wanted(database, dialect), dialect::align,
				new Renames(this.models, dialect, database).all(), options.destroys());
	}

	/** What the models ask for, in the normal form of a product. */
	private Metadata wanted(Database database, Dialect dialect) {
		Metadata declared = this.metadata.metadata(database.name());
		List<Table> tables = new ArrayList<>();
		for (Table table : declared.tables()) {
			if (declared.isManaged(table.name())) {
				tables.add(dialect.normalForm(table));
			}
		}
		return unplaced(Metadata.of(database.name(), tables, declared.sequences(), List.of()), database.schema());
	}

	/** Without the schema that tables are in anyway. */
	private static Metadata unplaced(Metadata metadata, @Nullable String own) {
		return Metadata.of(metadata.database(),
				metadata.tables().stream().map((table) -> table.withoutSchema(own)).toList(),
				metadata.sequences().stream().map((sequence) -> sequence.withoutSchema(own)).toList(), List.of());
	}

}
