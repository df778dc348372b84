package io.dbregistry.metadata;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The tables and sequences of one database at one moment: those that models declare or
 * those that reflection found.
 *
 * <pre>{@code
 * Metadata live = registry.reflection().read("primary", "shop");
 * Table book = live.find(new QualifiedName("shop", "book")).orElseThrow();
 * }</pre>
 *
 * Immutable. Tables and sequences come in the order of their names, those without a
 * schema first, whatever the order they were given in.
 */
public final class Metadata {

	private static final Comparator<QualifiedName> ORDER = Comparator
		.comparing(QualifiedName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
		.thenComparing(QualifiedName::name);

	private final String database;

	private final Map<QualifiedName, Table> tables;

	private final Map<QualifiedName, Sequence> sequences;

	private final List<Note> notes;

	private final Set<QualifiedName> unmanaged;

	private Metadata(String database, Map<QualifiedName, Table> tables, Map<QualifiedName, Sequence> sequences,
			List<Note> notes, Set<QualifiedName> unmanaged) {
		this.database = database;
		this.tables = tables;
		this.sequences = sequences;
		this.notes = notes;
		this.unmanaged = unmanaged;
	}

	/**
	 * The metadata of some tables and sequences, all of them managed.
	 * @param database the name of the database
	 * @param tables its tables
	 * @param sequences its sequences
	 * @param notes what these cannot say
	 * @return the metadata
	 * @throws IllegalArgumentException if two tables or two sequences have one name
	 */
	public static Metadata of(String database, Collection<Table> tables, Collection<Sequence> sequences,
			Collection<Note> notes) {
		List<Note> ordered = notes.stream()
			.sorted(Comparator.comparing(Note::subject, ORDER).thenComparing(Note::text))
			.toList();
		return new Metadata(database, byName("tables", tables, Table::name),
				byName("sequences", sequences, Sequence::name), ordered, Set.of());
	}

	/**
	 * The metadata of some tables, all of them managed.
	 * @param database the name of the database
	 * @param tables its tables
	 * @return the metadata
	 * @throws IllegalArgumentException if two tables have one name
	 */
	public static Metadata of(String database, Collection<Table> tables) {
		return of(database, tables, List.of(), List.of());
	}

	private static <T> Map<QualifiedName, T> byName(String things, Collection<T> all, Function<T, QualifiedName> name) {
		Map<QualifiedName, T> byName = new LinkedHashMap<>();
		all.stream().sorted(Comparator.comparing(name, ORDER)).forEach((thing) -> {
			if (byName.put(name.apply(thing), thing) != null) {
				throw new IllegalArgumentException(
						"There are two %s named '%s'; rename one of them".formatted(things, name.apply(thing)));
			}
		});
		return Collections.unmodifiableMap(byName);
	}

	/**
	 * These metadata with some tables marked as not managed: DDL and plans pass over
	 * them.
	 * @param names the names of the tables
	 * @return a copy with these marks and no others
	 */
	public Metadata withUnmanaged(Collection<QualifiedName> names) {
		Set<QualifiedName> marked = names.stream()
			.filter(this.tables::containsKey)
			.sorted(ORDER)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return new Metadata(this.database, this.tables, this.sequences, this.notes,
				Collections.unmodifiableSet(marked));
	}

	/**
	 * Compares two states. Tables, columns and constraints are compared by name, their
	 * order does not matter, and notes and marks are no difference. For states of a live
	 * database and of models both must be in the normal form of the database's dialect.
	 * @param from the state before
	 * @param to the state after
	 * @return the changes that make the second state of the first, in an order in which
	 * they can be made; the same states give the same list
	 */
	public static List<Change> diff(Metadata from, Metadata to) {
		return MetadataDiff.of(from, to);
	}

	/**
	 * The state after some changes. A column that comes is the last one.
	 * @param changes the changes, in an order in which they can be made
	 * @return a copy with these changes, and with the same notes and marks
	 * @throws IllegalArgumentException if something that changes is not here
	 */
	public Metadata apply(List<Change> changes) {
		ChangedMetadata changed = new ChangedMetadata(this);
		changes.forEach(changed::apply);
		return of(this.database, changed.tables(), changed.sequences(), this.notes).withUnmanaged(this.unmanaged);
	}

	/**
	 * The database the tables are in.
	 * @return its name in the registry
	 */
	public String database() {
		return this.database;
	}

	/**
	 * All tables.
	 * @return the tables in the order of their names
	 */
	public Collection<Table> tables() {
		return this.tables.values();
	}

	/**
	 * Finds a table.
	 * @param name its name, with a schema where these metadata have one
	 * @return the table, or empty when there is none of exactly this name
	 */
	public Optional<Table> find(QualifiedName name) {
		return Optional.ofNullable(this.tables.get(name));
	}

	/**
	 * All sequences that are not part of a column.
	 * @return the sequences in the order of their names
	 */
	public Collection<Sequence> sequences() {
		return this.sequences.values();
	}

	/**
	 * Finds a sequence.
	 * @param name its name, with a schema where these metadata have one
	 * @return the sequence, or empty when there is none of exactly this name
	 */
	public Optional<Sequence> findSequence(QualifiedName name) {
		return Optional.ofNullable(this.sequences.get(name));
	}

	/**
	 * What the database has and the records cannot say, so that nothing gets lost without
	 * a word.
	 * @return the notes in the order of the names they are about
	 */
	public List<Note> notes() {
		return this.notes;
	}

	/**
	 * Whether the registry creates, changes and drops a table.
	 * @param table the name of the table
	 * @return {@code false} for the tables of reflected models, and for those that are
	 * not here
	 */
	public boolean isManaged(QualifiedName table) {
		return this.tables.containsKey(table) && !this.unmanaged.contains(table);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Metadata that && this.database.equals(that.database) && this.tables.equals(that.tables)
				&& this.sequences.equals(that.sequences) && this.notes.equals(that.notes)
				&& this.unmanaged.equals(that.unmanaged);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.database, this.tables, this.sequences, this.notes, this.unmanaged);
	}

	@Override
	public String toString() {
		return "Metadata of database '%s': %d tables, %d sequences, %d notes".formatted(this.database,
				this.tables.size(), this.sequences.size(), this.notes.size());
	}

}
