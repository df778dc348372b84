package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.model.NamingStrategy;

/**
 * The annotation of one table: its name, remark, constraints and indexes.
 */
final class SourceConstraints {

	private final Table table;

	private final SourcePlan plan;

	private final SourceText text;

	private final List<String> notes;

	/** The names of indexes and constraints, which differ within a table. */
	private final Set<String> names = new HashSet<>();

	/**
	 * Creates a writer.
	 * @param notes takes what cannot be said
	 */
	SourceConstraints(Table table, SourcePlan plan, SourceText text, List<String> notes) {
		this.table = table;
		this.plan = plan;
		this.text = text;
		this.notes = notes;
	}

	/** The annotation, or nothing when there is nothing to say. */
	String annotation() {
		List<String> members = new ArrayList<>();
		String name = this.table.name().name();
		if (!NamingStrategy.SNAKE_CASE.tableName(this.plan.className(this.table)).equals(name)) {
			members.add("name = " + SourceText.literal(name));
		}
		String comment = this.table.comment();
		if (comment != null) {
			members.addAll(remark("a remark", comment));
		}
		add(members, "uniqueConstraints", this.table.uniques().stream().map(this::unique).toList());
		add(members, "indexes", this.table.indexes().stream().filter(this::isPossible).map(this::index).toList());
		add(members, "check", this.table.checks().stream().filter(this::isSayable).map(this::check).toList());
		return members.isEmpty() ? "" : this.text.persistence("Table", List.of(String.join(",\n\t\t", members))) + "\n";
	}

	/** The member for a remark. */
	List<String> remark(String what, String remark) {
		if (SourceText.isShort(remark)) {
			return List.of("comment = " + SourceText.literal(remark));
		}
		this.notes.add("has %s that is too long for a source".formatted(what));
		return List.of();
	}

	private static void add(List<String> members, String member, List<String> annotations) {
		if (!annotations.isEmpty()) {
			members.add(member + " = " + SourceText.list(annotations));
		}
	}

	private String unique(UniqueConstraint unique) {
		List<String> members = named(unique.name(), usual("uk", unique.columns()));
		members.add("columnNames = " + SourceText.literals(unique.columns()));
		return this.text.persistence("UniqueConstraint", members);
	}

	private String index(Index index) {
		List<String> members = named(index.name(),
				usual("ix", index.columns().stream().map(Index.Part::column).toList()));
		String columns = String.join(", ", index.columns().stream().map(Index.Part::toString).toList());
		members.add("columnList = " + SourceText.literal(columns));
		if (index.unique()) {
			members.add("unique = true");
		}
		return this.text.persistence("Index", members);
	}

	private String check(Check check) {
		List<String> members = named(check.name(), "");
		members.add("constraint = " + SourceText.literal(check.condition()));
		return this.text.persistence("CheckConstraint", members);
	}

	private boolean isSayable(Check check) {
		if (!SourceText.isShort(check.condition())) {
			this.notes.add("has check '%s', which is too long for a source".formatted(check.name()));
			return false;
		}
		return true;
	}

	/** Columns of an index are parted by commas, and can be followed by a direction. */
	private boolean isPossible(Index index) {
		for (Index.Part part : index.columns()) {
			String column = part.column();
			boolean directed = SourcePlan.find(this.table, column + " desc").isPresent();
			if (column.contains(",") || !column.strip().equals(column) || column.lines().count() > 1 || directed) {
				this.notes.add("has index %s, which cannot be declared: a column list cannot name '%s'".formatted(index,
						column));
				return false;
			}
		}
		return true;
	}

	/** The foreign key of a reference, or nothing when it has the name of its columns. */
	List<String> foreignKey(ForeignKey key) {
		if (key.onDelete() != ForeignKey.Action.NO_ACTION || key.onUpdate() != ForeignKey.Action.NO_ACTION) {
			this.notes.add("has foreign key %s; a reference is declared without what the database does".formatted(key));
		}
		List<String> members = named(key.name(), usual("fk", key.columns()));
		return members.isEmpty() ? List.of() : List.of("foreignKey = " + this.text.persistence("ForeignKey", members));
	}

	/** The name that a model gives. */
	private String usual(String prefix, List<String> columns) {
		return prefix + "_" + this.table.name().name() + "_" + String.join("_", columns);
	}

	/** The member for a name, unless it is the usual one. */
	private List<String> named(String name, String usual) {
		List<String> members = new ArrayList<>();
		if (!SourcePlan.isShort(name) || !this.names.add(name.toLowerCase(Locale.ROOT))) {
			this.notes
				.add("has '%s', which a model calls otherwise: the name is another's, or too long".formatted(name));
		}
		else if (!name.equals(usual)) {
			members.add("name = " + SourceText.literal(name));
		}
		return members;
	}

}
