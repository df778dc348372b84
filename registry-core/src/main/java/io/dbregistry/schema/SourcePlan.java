package io.dbregistry.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which tables have models, what these are called, and which foreign keys are references.
 * Not safe for use by several threads.
 */
final class SourcePlan {

	/** What names of models are held to on all products, in bytes. */
	private static final int LONGEST_NAME = 63;

	/** A constructor takes 255 values, of which the object is one. */
	private static final int MOST_COMPONENTS = 254;

	private static final Set<Kind> NO_KEYS = Set.of(Kind.REAL, Kind.DOUBLE, Kind.VARBINARY, Kind.BLOB, Kind.JSON,
			Kind.ARRAY, Kind.BOOLEAN);

	private final Metadata metadata;

	private final SourceTypes types;

	private final Map<QualifiedName, String> classes = new LinkedHashMap<>();

	/** Why tables have no model. */
	private final Map<QualifiedName, String> reasons = new LinkedHashMap<>();

	SourcePlan(Metadata metadata, SourceTypes types) {
		this.metadata = metadata;
		this.types = types;
		Set<String> tables = new HashSet<>();
		SourceNames names = new SourceNames();
		for (Table table : metadata.tables()) {
			String reason = tables.add(lower(table.name().name())) ? whyNot(table)
					: "has a name that differs from another table's only in letter case";
			if (reason != null) {
				this.reasons.put(table.name(), reason + "; it has no model");
			}
			else {
				this.classes.put(table.name(), names.type(table.name().name()));
			}
		}
	}

	private static @Nullable String whyNot(Table table) {
		if (table.primaryKey() == null) {
			return "has no primary key";
		}
		Set<String> names = new HashSet<>();
		int size = 0;
		for (Column column : table.columns()) {
			if (!names.add(lower(column.name()))) {
				return "has two columns named '%s' but for letter case".formatted(column.name());
			}
			if (!isShort(column.name())) {
				return "has column '%s', whose name is longer than %d bytes".formatted(column.name(), LONGEST_NAME);
			}
			if (key(table).contains(column.name()) && NO_KEYS.contains(column.type().kind())) {
				return "has column '%s' of type %s in its primary key".formatted(column.name(), column.type());
			}
			size += (column.type().kind() == Kind.BIGINT || column.type().kind() == Kind.DOUBLE) ? 2 : 1;
		}
		if (size + table.foreignKeys().size() > MOST_COMPONENTS) {
			return "has %d columns, more than a record can have".formatted(table.columns().size());
		}
		return isShort(table.name().name()) ? null : "has a name longer than %d bytes".formatted(LONGEST_NAME);
	}

	static List<String> key(Table table) {
		return Objects.requireNonNull(table.primaryKey()).columns();
	}

	/** Whether models can have a name. */
	static boolean isShort(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	Metadata metadata() {
		return this.metadata;
	}

	SourceTypes types() {
		return this.types;
	}

	Map<QualifiedName, String> reasons() {
		return this.reasons;
	}

	/** The tables that have models, in order. */
	List<Table> tables() {
		return this.metadata.tables().stream().filter((table) -> this.classes.containsKey(table.name())).toList();
	}

	String className(Table table) {
		return Objects.requireNonNull(this.classes.get(table.name()));
	}

	/**
	 * The references of a table. Those over columns of its key, or of another reference,
	 * are only read.
	 * @param notes takes what is said of foreign keys that are none
	 */
	List<SourceReference> references(Table table, List<String> notes) {
		List<SourceReference> references = new ArrayList<>();
		Set<String> written = new HashSet<>(key(table));
		Map<String, ColumnType> types = new LinkedHashMap<>();
		table.columns()
			.forEach((column) -> types.put(column.name(),
					this.types.of(column, written.contains(column.name())).declared()));
		for (ForeignKey key : table.foreignKeys()) {
			boolean readOnly = key.columns().stream().anyMatch(written::contains);
			Table target = this.metadata.find(key.target())
				.filter((found) -> this.classes.containsKey(found.name()))
				.orElse(null);
			String reason = (target != null) ? whyNot(key, table, target, readOnly ? types : Map.of())
					: "the table has no model here";
			if (target == null || reason != null) {
				notes.add("has foreign key %s, which is no reference: %s".formatted(key, reason));
				continue;
			}
			references.add(new SourceReference(key, target, readOnly));
			if (!readOnly) {
				written.addAll(key.columns());
				key.columns().forEach((name) -> types.put(name, keyType(key, name, target)));
			}
		}
		return references;
	}

	/**
	 * Why a foreign key cannot be a reference.
	 * @param types the declared types of columns that it shares
	 */
	private @Nullable String whyNot(ForeignKey key, Table table, Table target, Map<String, ColumnType> types) {
		if (key.targetColumns().size() != key(target).size()
				|| !Set.copyOf(key.targetColumns()).equals(Set.copyOf(key(target)))) {
			return "it does not lead to the primary key";
		}
		for (int i = 0; i < key.columns().size(); i++) {
			String name = key.columns().get(i);
			Column live = find(table, name).orElseThrow();
			Column referenced = find(target, key.targetColumns().get(i)).orElseThrow();
			ColumnType declared = keyType(key, name, target);
			if (types.isEmpty() ? !this.types.gives(declared, live) : !declared.equals(types.get(name))) {
				return "'%s' has another type than '%s' of that table".formatted(name, referenced.name());
			}
		}
		return null;
	}

	private ColumnType keyType(ForeignKey key, String name, Table target) {
		String referenced = key.targetColumns().get(key.columns().indexOf(name));
		return this.types.of(find(target, referenced).orElseThrow(), true).declared();
	}

	static Optional<Column> find(Table table, String column) {
		return table.columns().stream().filter((candidate) -> candidate.name().equals(column)).findFirst();
	}

}
