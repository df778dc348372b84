package io.dbregistry.migration;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.dbregistry.database.Database;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.schema.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the schemas that models ask for, under the names that the models have for
 * them.
 * <ol>
 * <li>Each schema is read; that of the database, or of the tenant that stands for all, is
 * where names without one are.</li>
 * <li>Names lose that schema, unless a model is fixed to it.</li>
 * <li>Where the server takes names for one that differ in letter case, a table gets the
 * name that its model has.</li>
 * </ol>
 */
final class LiveState {

	private final Reflection reflection;

	private final Database database;

	private final Metadata wanted;

	private final Set<QualifiedName> fixed = new HashSet<>();

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();

	private LiveState(Reflection reflection, Database database, Metadata wanted) {
		this.reflection = reflection;
		this.database = database;
		this.wanted = wanted;
		wanted.tables().forEach((table) -> {
			this.fixed.add(table.name());
			table.foreignKeys().stream().map(ForeignKey::target).forEach(this.fixed::add);
		});
	}

	/**
	 * Reads them.
	 * @param own the schema of names without one, or {@code null} for that of the
	 * database
	 */
	static Metadata read(Reflection reflection, Database database, @Nullable String own, Metadata wanted) {
		LiveState live = new LiveState(reflection, database, wanted);
		Metadata first = reflection.read(database.name(), own);
		live.add(first, ownOf(first));
		for (String schema : schemas(wanted)) {
			live.add(reflection.read(database.name(), schema), ownOf(first));
		}
		return live.named();
	}

	private static @Nullable String ownOf(Metadata read) {
		return names(read).findFirst().map(QualifiedName::schema).orElse(null);
	}

	private static Stream<QualifiedName> names(Metadata metadata) {
		return Stream.concat(metadata.tables().stream().map(Table::name),
				metadata.sequences().stream().map(Sequence::name));
	}

	/** The schemas that tables or sequences are fixed to. */
	static List<String> schemas(Metadata metadata) {
		Set<String> schemas = new LinkedHashSet<>();
		names(metadata).forEach((name) -> {
			if (name.schema() != null) {
				schemas.add(name.schema());
			}
		});
		return List.copyOf(schemas);
	}

	private void add(Metadata read, @Nullable String own) {
		for (Table table : read.tables()) {
			Table placed = table.withNames((name) -> place(name, own));
			this.tables.put(placed.name(), placed);
		}
		for (Sequence sequence : read.sequences()) {
			boolean isFixed = this.wanted.findSequence(sequence.name()).isPresent();
			Sequence placed = isFixed ? sequence : sequence.withoutSchema(own);
			this.sequences.put(placed.name(), placed);
		}
	}

	private QualifiedName place(QualifiedName name, @Nullable String own) {
		return this.fixed.contains(name) ? name : name.withoutSchema(own);
	}

	private Metadata named() {
		Metadata live = Metadata.of(this.database.name(), this.tables.values(), this.sequences.values(), List.of());
		List<TableRenamed> others = this.wanted.tables()
			.stream()
			.map(Table::name)
			.filter((name) -> live.find(name).isEmpty())
			.flatMap((name) -> this.tables.keySet()
				.stream()
				.filter((other) -> isLike(name, other))
				.map((other) -> new TableRenamed(other, name.name())))
			.toList();
		return (others.isEmpty() || isCaseSensitive()) ? live : live.apply(List.copyOf(others));
	}

	private boolean isLike(QualifiedName name, QualifiedName other) {
		return name.toString().equalsIgnoreCase(other.toString()) && this.wanted.find(other).isEmpty();
	}

	private boolean isCaseSensitive() {
		return Boolean.TRUE.equals(this.database.jdbcOperations()
			.execute((Connection connection) -> connection.getMetaData().supportsMixedCaseQuotedIdentifiers()));
	}

	/** Those tables and sequences whose names fit. */
	static Metadata restrict(Metadata metadata, Predicate<QualifiedName> names) {
		return Metadata.of(metadata.database(),
				metadata.tables().stream().filter((table) -> names.test(table.name())).toList(),
				metadata.sequences().stream().filter((sequence) -> names.test(sequence.name())).toList(), List.of());
	}

	/** Whether metadata have a table or sequence. */
	static boolean has(Metadata metadata, QualifiedName name) {
		return metadata.find(name).isPresent() || metadata.findSequence(name).isPresent();
	}

	/** Two metadata that have nothing in common. */
	static Metadata join(Metadata one, Metadata other) {
		return Metadata.of(one.database(), concat(one.tables(), other.tables()),
				concat(one.sequences(), other.sequences()), List.of());
	}

	private static <T> List<T> concat(Collection<T> one, Collection<T> other) {
		return Stream.concat(one.stream(), other.stream()).toList();
	}

}
