package io.dbregistry.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.UniqueConstraint;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table of one model: its keys, constraints and indexes.
 */
final class TableReader {

	private static final Pattern DIRECTED = Pattern.compile("(.*\\S)\\s+(asc|desc)", Pattern.CASE_INSENSITIVE);

	private final ModelClass<?> model;

	private final Map<Property, Column> columns;

	private final Map<Class<?>, ModelClass<?>> models;

	private final Problems problems;

	private final List<UniqueConstraint> uniques = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<Check> checks = new ArrayList<>();

	/**
	 * Creates a reader.
	 * @param model the model
	 * @param columns its columns in order; those are missing that have a problem
	 * @param models all classes that are models
	 * @param problems takes what is wrong
	 */
	TableReader(ModelClass<?> model, Map<Property, Column> columns, Map<Class<?>, ModelClass<?>> models,
			Problems problems) {
		this.model = model;
		this.columns = columns;
		this.models = models;
		this.problems = problems;
	}

	/**
	 * The table.
	 * @return the table, or {@code null} after a problem was reported
	 */
	@Nullable Table read() {
		boolean possible = hasKey() & hasShortName() & hasOneColumnEach();
		jakarta.persistence.Table annotation = this.model.type().getAnnotation(jakarta.persistence.Table.class);
		if (annotation != null) {
			declared(annotation);
		}
		this.columns.forEach(this::constraints);
		if (!possible || !this.columns.keySet().containsAll(this.model.key())) {
			return null;
		}
		PrimaryKey primaryKey = new PrimaryKey(name("pk", List.of()),
				this.model.key().stream().map((property) -> column(property).name()).toList());
		indexForeignKeys(primaryKey);
		String comment = (annotation != null && !annotation.comment().isEmpty()) ? annotation.comment() : null;
		return new Table(new QualifiedName(this.model.schema(), this.model.tableName()),
				List.copyOf(this.columns.values()), primaryKey, this.uniques, this.indexes, this.foreignKeys,
				this.checks, comment);
	}

	private boolean hasKey() {
		List<Property> key = this.model.key();
		if (key.isEmpty()) {
			report("the model has no key", "add one: " + (this.model.type().isRecord()
					? "'@Id @GeneratedValue Long id' as its first component" : "'@Id @GeneratedValue Long id;'"));
			return false;
		}
		long versions = this.model.properties().stream().filter(Property::isVersion).count();
		if (versions > 1) {
			report("the model has %d @Version attributes".formatted(versions), "leave one");
			return false;
		}
		boolean identity = key.stream().anyMatch((property) -> {
			Column column = this.columns.get(property);
			return column != null && column.identity();
		});
		if (key.size() > 1 && identity) {
			report("a part of a key of %d attributes cannot be made by the database".formatted(key.size()),
					"remove @GeneratedValue, or all @Id but that one");
			return false;
		}
		return true;
	}

	private boolean hasShortName() {
		String table = this.model.tableName();
		if (table.isBlank() || !Names.isShort(table)) {
			report("table name '%s' is blank or longer than %d bytes".formatted(table, Names.LIMIT),
					"give a shorter one with @Table(name = …)");
			return false;
		}
		return true;
	}

	/**
	 * Some products compare names without regard to letter case, so all are told apart
	 * so.
	 */
	private boolean hasOneColumnEach() {
		Map<String, Property> owners = new HashMap<>();
		boolean possible = true;
		for (Map.Entry<Property, Column> entry : this.columns.entrySet()) {
			String name = entry.getValue().name();
			Property other = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), entry.getKey());
			if (other != null) {
				this.problems.add(entry.getKey(), "column '%s' is that of '%s' too".formatted(name, other.name()),
						"give one of them another with @Column(name = …)");
				possible = false;
			}
		}
		return possible;
	}

	private void declared(jakarta.persistence.Table annotation) {
		for (jakarta.persistence.UniqueConstraint unique : annotation.uniqueConstraints()) {
			List<String> names = known(List.of(unique.columnNames()), "@UniqueConstraint(columnNames)");
			if (!names.isEmpty()) {
				this.uniques.add(new UniqueConstraint(given(unique.name(), name("uk", names)), names));
			}
		}
		for (jakarta.persistence.Index index : annotation.indexes()) {
			List<Index.Part> parts = Stream.of(index.columnList().split(",")).map(this::part).toList();
			List<String> names = known(parts.stream().map(Index.Part::column).toList(), "@Index(columnList)");
			if (!names.isEmpty()) {
				this.indexes.add(new Index(given(index.name(), name("ix", names)), index.unique(), parts));
			}
		}
		checks(annotation.check(), List.of());
	}

	/** A name that ends in a direction may be that of a column as a whole. */
	private Index.Part part(String text) {
		String name = text.strip();
		Matcher directed = DIRECTED.matcher(name);
		return (hasColumn(name) || !directed.matches()) ? new Index.Part(name, false)
				: new Index.Part(directed.group(1), directed.group(2).equalsIgnoreCase("desc"));
	}

	private List<String> known(List<String> names, String place) {
		List<String> existing = this.columns.values().stream().map(Column::name).toList();
		List<String> unknown = names.stream().filter((name) -> !existing.contains(name)).toList();
		boolean complete = this.columns.size() == this.model.properties().size();
		if (names.isEmpty() || !unknown.isEmpty() && complete) {
			report("%s names %s, where the columns are '%s'".formatted(place,
					unknown.isEmpty() ? "no column" : "'" + String.join("', '", unknown) + "'",
					String.join("', '", existing)), "name columns of the table");
		}
		return unknown.isEmpty() ? names : List.of();
	}

	private boolean hasColumn(String name) {
		return this.columns.values().stream().anyMatch((column) -> column.name().equals(name));
	}

	private void constraints(Property property, Column column) {
		ColumnSpec spec = ColumnSpec.from(property);
		List<String> names = List.of(column.name());
		boolean alone = property.isKey() && this.model.key().size() == 1;
		if ((spec.unique() || property.has(OneToOne.class)) && !alone) {
			this.uniques.add(new UniqueConstraint(name("uk", names), names));
		}
		checks(spec.checks().toArray(CheckConstraint[]::new), names);
		Class<?> type = property.isReference() ? property.target() : null;
		ModelClass<?> target = (type != null) ? this.models.get(type) : null;
		JoinColumn join = property.find(JoinColumn.class);
		boolean constrained = join == null || join.foreignKey().value() != ConstraintMode.NO_CONSTRAINT;
		if (target != null && constrained) {
			String given = (join != null) ? join.foreignKey().name() : "";
			this.foreignKeys.add(new ForeignKey(given(given, name("fk", names)), names,
					new QualifiedName(target.schema(), target.tableName()),
					List.of(target.key().get(0).basicColumnName()), Action.NO_ACTION));
		}
	}

	private void checks(CheckConstraint[] constraints, List<String> names) {
		for (int i = 0; i < constraints.length; i++) {
			List<String> parts = new ArrayList<>(names);
			if (i > 0 || names.isEmpty()) {
				parts.add(String.valueOf(i + 1));
			}
			this.checks.add(new Check(given(constraints[i].name(), name("ck", parts)), constraints[i].constraint()));
		}
	}

	/**
	 * Every foreign key is the beginning of some index: deleting its target looks it up.
	 */
	private void indexForeignKeys(PrimaryKey primaryKey) {
		Set<String> leading = new HashSet<>();
		leading.add(primaryKey.columns().get(0));
		this.uniques.forEach((unique) -> leading.add(unique.columns().get(0)));
		this.indexes.forEach((index) -> leading.add(index.columns().get(0).column()));
		for (ForeignKey foreignKey : this.foreignKeys) {
			List<String> names = foreignKey.columns();
			if (leading.add(names.get(0))) {
				this.indexes.add(new Index(name("ix", names), false,
						names.stream().map((name) -> new Index.Part(name, false)).toList()));
			}
		}
	}

	private Column column(Property property) {
		return Objects.requireNonNull(this.columns.get(property));
	}

	private String name(String prefix, List<String> names) {
		return Names.constraint(prefix, this.model.tableName(), names);
	}

	private static String given(String name, String otherwise) {
		return name.isEmpty() ? otherwise : name;
	}

	private void report(String description, String action) {
		this.problems.add(this.model.type(), null, description, action);
	}

}
