package io.dbregistry.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.model.ColumnSpec.CheckSpec;
import io.dbregistry.model.ReferenceSpec.JoinSpec;
import io.dbregistry.model.TableSpec.IndexSpec;
import io.dbregistry.model.TableSpec.UniqueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table of one model: its keys, constraints and indexes.
 */
final class TableBinder {

	private static final Pattern DIRECTED = Pattern.compile("(.*\\S)\\s+(asc|desc)", Pattern.CASE_INSENSITIVE);

	private final ModelDefinition model;

	private final Map<AttributeDefinition, List<Column>> columns;

	private final Binding binding;

	private final Problems problems;

	private final String tableName;

	/** The columns in order, by their names in lower case, each once. */
	private final Map<String, Column> distinct = new LinkedHashMap<>();

	private final List<UniqueConstraint> uniques = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	private final List<Check> checks = new ArrayList<>();

	/**
	 * Creates a binder.
	 * @param model the model
	 * @param columns its columns by attribute, or by part of an embedded one, in order;
	 * those are missing that have a problem
	 * @param binding what the model is bound with
	 */
	TableBinder(ModelDefinition model, Map<AttributeDefinition, List<Column>> columns, Binding binding) {
		this.model = model;
		this.columns = columns;
		this.binding = binding;
		this.problems = binding.problems();
		this.tableName = binding.tableName(model);
	}

	/**
	 * The table.
	 * @return the table, or {@code null} after a problem was reported
	 */
	@Nullable Table bind() {
		TableSpec spec = this.model.spec();
		if (spec.live != null) {
			return spec.live;
		}
		boolean possible = hasKey() & hasShortName() & hasOneColumnEach();
		spec.uniques.forEach(this::add);
		spec.indexes.forEach(this::add);
		addChecks(spec.checks, List.of());
		this.columns.forEach(this::constraints);
		if (!possible || key().isEmpty() || !this.columns.keySet().containsAll(key())) {
			return null;
		}
		PrimaryKey primaryKey = new PrimaryKey(name("pk", List.of()),
				key().stream().flatMap((attribute) -> names(attribute).stream()).toList());
		indexForeignKeys(primaryKey);
		return new Table(new QualifiedName(spec.schema.isEmpty() ? null : spec.schema, this.tableName), columns(),
				primaryKey, this.uniques, this.indexes, this.foreignKeys, this.checks,
				spec.comment.isEmpty() ? null : spec.comment);
	}

	private boolean hasKey() {
		List<AttributeDefinition> key = this.model.key();
		if (key.isEmpty()) {
			Class<?> type = this.model.type();
			report("the model has no key", "add one: " + ((type != null && type.isRecord())
					? "'@Id @GeneratedValue Long id' as its first component" : "'@Id @GeneratedValue Long id;'"));
			return false;
		}
		long versions = this.model.attributes().stream().filter(AttributeDefinition::isVersion).count();
		if (versions > 1) {
			report("the model has %d @Version attributes".formatted(versions), "leave one");
			return false;
		}
		boolean identity = key.stream()
			.flatMap((attribute) -> this.columns.getOrDefault(attribute, List.of()).stream())
			.anyMatch(Column::identity);
		if (key.size() > 1 && identity) {
			report("a part of a key of %d attributes cannot be made by the database".formatted(key.size()),
					"remove @GeneratedValue, or all @Id but that one");
			return false;
		}
		return true;
	}

	private boolean hasShortName() {
		if (this.tableName.isBlank() || !Names.isShort(this.tableName)) {
			report("table name '%s' is blank or longer than %d bytes".formatted(this.tableName, Names.LIMIT),
					"give a shorter one with " + this.model.tableNaming());
			return false;
		}
		return true;
	}

	/**
	 * Some products compare names without regard to letter case, so all are told apart
	 * so.
	 */
	private boolean hasOneColumnEach() {
		Map<String, AttributeDefinition> owners = new HashMap<>();
		boolean possible = true;
		for (Map.Entry<AttributeDefinition, List<Column>> entry : this.columns.entrySet()) {
			AttributeDefinition attribute = entry.getKey();
			for (Column column : entry.getValue()) {
				String name = column.name().toLowerCase(Locale.ROOT);
				AttributeDefinition other = owners.putIfAbsent(name, attribute);
				if (other == null) {
					this.distinct.put(name, column);
				}
				else if (canShare(attribute, other, column)) {
					if (other.spec().isReadOnly()) {
						this.distinct.put(name, column);
						owners.put(name, attribute);
					}
				}
				else {
					this.problems.add(attribute,
							"column '%s' is that of '%s' too".formatted(column.name(), other.path()),
							(attribute.owner() != null)
									? "give one of them another with @AttributeOverride or @Column(name = …)"
									: "give one of them another with @Column(name = …)");
					possible = false;
				}
			}
		}
		return possible;
	}

	/** Only one may write a column that several read. */
	private boolean canShare(AttributeDefinition one, AttributeDefinition other, Column column) {
		Column first = Objects.requireNonNull(this.distinct.get(column.name().toLowerCase(Locale.ROOT)));
		return (one.spec().isReadOnly() || other.spec().isReadOnly()) && column.type().equals(first.type())
				&& column.name().equals(first.name());
	}

	private void add(UniqueSpec spec) {
		List<String> names = known(spec.columns(), "@UniqueConstraint(columnNames)");
		if (!names.isEmpty()) {
			this.uniques.add(new UniqueConstraint(given(spec.name(), name("uk", names)), names));
		}
	}

	private void add(IndexSpec spec) {
		List<Index.Part> parts = spec.columns().stream().map(this::part).toList();
		List<String> names = known(parts.stream().map(Index.Part::column).toList(), "@Index(columnList)");
		if (!names.isEmpty()) {
			this.indexes.add(new Index(given(spec.name(), name("ix", names)), spec.unique(), parts));
		}
	}

	/** A name that ends in a direction may be that of a column as a whole. */
	private Index.Part part(String text) {
		String name = text.strip();
		Matcher directed = DIRECTED.matcher(name);
		return (hasColumn(name) || !directed.matches()) ? new Index.Part(name, false)
				: new Index.Part(directed.group(1), directed.group(2).equalsIgnoreCase("desc"));
	}

	private List<String> known(List<String> names, String place) {
		List<String> existing = columns().stream().map(Column::name).toList();
		List<String> unknown = names.stream().filter((name) -> !existing.contains(name)).toList();
		boolean complete = this.columns.size() == this.model.leaves().size();
		if (names.isEmpty() || !unknown.isEmpty() && complete) {
			report("%s names %s, where the columns are '%s'".formatted(place,
					unknown.isEmpty() ? "no column" : "'" + String.join("', '", unknown) + "'",
					String.join("', '", existing)), "name columns of the table");
		}
		return unknown.isEmpty() ? names : List.of();
	}

	private boolean hasColumn(String name) {
		return columns().stream().anyMatch((column) -> column.name().equals(name));
	}

	private void constraints(AttributeDefinition attribute, List<Column> own) {
		if (own.isEmpty()) {
			return;
		}
		ColumnSpec spec = attribute.spec();
		List<String> names = names(attribute);
		boolean alone = attribute.isKey() && attribute.owner() == null && this.model.key().size() == 1;
		if (spec.unique && !alone) {
			this.uniques.add(new UniqueConstraint(name("uk", names), names));
		}
		addChecks(spec.checks, names);
		ModelDefinition target = attribute.isReference() ? this.binding.findTarget(attribute) : null;
		List<Column> keys = (target != null) ? new KeyColumns(this.binding).of(target) : null;
		if (target == null || keys == null) {
			return;
		}
		if (names.size() > 1) {
			attribute.reference().joins().forEach((join) -> constraints(join, keys, names));
		}
		if (attribute.reference().constrained()) {
			String schema = target.spec().schema;
			this.foreignKeys.add(new ForeignKey(given(attribute.reference().constraint(), name("fk", names)), names,
					new QualifiedName(schema.isEmpty() ? null : schema, this.binding.tableName(target)),
					keys.stream().map(Column::name).toList(), Action.NO_ACTION));
		}
	}

	/** What is asked for of one of several columns. */
	private void constraints(JoinSpec join, List<Column> keys, List<String> names) {
		int position = keys.stream().map(Column::name).toList().indexOf(join.referenced());
		List<String> alone = List.of(names.get(position));
		if (join.column().unique) {
			this.uniques.add(new UniqueConstraint(name("uk", alone), alone));
		}
		addChecks(join.column().checks, alone);
	}

	private void addChecks(List<CheckSpec> specs, List<String> names) {
		for (int i = 0; i < specs.size(); i++) {
			List<String> parts = new ArrayList<>(names);
			if (i > 0 || names.isEmpty()) {
				parts.add(String.valueOf(i + 1));
			}
			this.checks.add(new Check(given(specs.get(i).name(), name("ck", parts)), specs.get(i).condition()));
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

	private List<AttributeDefinition> key() {
		return this.model.key().stream().flatMap(AttributeDefinition::leaves).toList();
	}

	private List<Column> columns() {
		return List.copyOf(this.distinct.values());
	}

	private List<String> names(AttributeDefinition attribute) {
		return Objects.requireNonNull(this.columns.get(attribute)).stream().map(Column::name).toList();
	}

	private String name(String prefix, List<String> names) {
		return Names.constraint(prefix, this.tableName, names);
	}

	private static String given(String name, String otherwise) {
		return name.isEmpty() ? otherwise : name;
	}

	private void report(String description, String action) {
		this.problems.add(this.model, description, action);
	}

}
