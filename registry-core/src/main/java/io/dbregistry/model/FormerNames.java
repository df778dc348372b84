package io.dbregistry.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a table and its columns were called before, as far as it is said. A name before
 * belongs to one column, and to none that has it today; as some products do, names are
 * told apart without regard to letter case.
 */
final class FormerNames {

	private final ModelDefinition model;

	private final Map<AttributeDefinition, List<Column>> columns;

	private final Problems problems;

	/** Who says what a column was called before, by that name in lower case. */
	private final Map<String, AttributeDefinition> byFormer = new HashMap<>();

	/** Who says what a column was called before, by its name of today. */
	private final Map<String, AttributeDefinition> byColumn = new HashMap<>();

	/**
	 * Creates the names.
	 * @param model the model
	 * @param columns its columns by attribute, in order; those are missing that have a
	 * problem
	 * @param problems takes what is wrong
	 */
	FormerNames(ModelDefinition model, Map<AttributeDefinition, List<Column>> columns, Problems problems) {
		this.model = model;
		this.columns = columns;
		this.problems = problems;
	}

	/** Refuses what cannot be the name of the table before. */
	void checkTable(String today) {
		String former = this.model.spec().formerName;
		if (former == null) {
			return;
		}
		if (!this.model.kind().isManaged()) {
			this.problems.add(this.model,
					said(former) + " is for tables that the registry makes, this one belongs to somebody else",
					"remove it");
			return;
		}
		String reason = reasonAgainst(former, today);
		if (reason != null) {
			this.problems.add(this.model, said(former) + reason, "give the name that the table had, or remove it");
		}
	}

	/**
	 * What the columns were called before.
	 * @return the names before by those of today, in the order of the columns; without
	 * those with problems, which were reported
	 */
	Map<String, String> columns() {
		this.model.attributes().forEach(this::read);
		Map<String, String> former = new LinkedHashMap<>();
		this.columns.values().stream().flatMap(Collection::stream).map(Column::name).forEach((name) -> {
			AttributeDefinition attribute = this.byColumn.get(name);
			if (attribute != null && attribute.spec().formerName != null) {
				former.put(name, attribute.spec().formerName);
			}
		});
		return Collections.unmodifiableMap(former);
	}

	private void read(AttributeDefinition attribute) {
		attribute.parts().forEach(this::read);
		String former = attribute.spec().formerName;
		if (former == null || !isForColumn(attribute, former)) {
			return;
		}
		List<Column> own = this.columns.getOrDefault(attribute, List.of());
		String reason = reasonAgainst(former, own.isEmpty() ? "" : own.get(0).name());
		if (reason != null) {
			report(attribute, former, reason, "give the name that the column had, or remove it");
		}
		else if (own.size() > 1) {
			report(attribute, former,
					" is for one column, not for '%s'"
						.formatted(own.stream().map(Column::name).collect(Collectors.joining("', '"))),
					"remove it, and keep the names that the database has: @JoinColumn(name = …, referencedColumnName = …)");
		}
		else if (!own.isEmpty()) {
			add(attribute, former, own.get(0).name());
		}
	}

	private boolean isForColumn(AttributeDefinition attribute, String former) {
		boolean embedded = attribute.kind() == Attribute.Kind.EMBEDDED;
		if (embedded || !attribute.kind().isStored()) {
			report(attribute, former, " is for what has a column of its own", embedded
					? "put it on the attributes of '%s'".formatted(attribute.type().getSimpleName()) : "remove it");
			return false;
		}
		return true;
	}

	private void add(AttributeDefinition attribute, String former, String today) {
		AttributeDefinition present = owner(former);
		AttributeDefinition sameFormer = this.byFormer.putIfAbsent(former.toLowerCase(Locale.ROOT), attribute);
		AttributeDefinition sameColumn = this.byColumn.putIfAbsent(today, attribute);
		if (present != null && !names(present).contains(today)) {
			report(attribute, former, " gives the name that the column of '%s' has today".formatted(present.path()),
					"give that one another with @Column(name = …), or remove @RenamedFrom");
		}
		else if (sameFormer != null) {
			report(attribute, former, " is said of '%s' too".formatted(sameFormer.path()), "remove one of them");
		}
		else if (sameColumn != null) {
			report(attribute, former, " is said of column '%s', which is that of '%s' too and was '%s' there"
				.formatted(today, sameColumn.path(), sameColumn.spec().formerName), "remove one of them");
		}
	}

	/** The attribute whose column has a name today, or {@code null} for none. */
	private @Nullable AttributeDefinition owner(String name) {
		return this.columns.keySet()
			.stream()
			.filter((attribute) -> names(attribute).stream().anyMatch(name::equalsIgnoreCase))
			.findFirst()
			.orElse(null);
	}

	private List<String> names(AttributeDefinition attribute) {
		return this.columns.getOrDefault(attribute, List.of()).stream().map(Column::name).toList();
	}

	private static @Nullable String reasonAgainst(String former, String today) {
		if (former.isBlank()) {
			return " gives no name";
		}
		return former.equals(today) ? " gives the name of today" : null;
	}

	private void report(AttributeDefinition attribute, String former, String reason, String action) {
		this.problems.add(attribute, said(former) + reason, action);
	}

	private static String said(String former) {
		return "@RenamedFrom(\"%s\")".formatted(former);
	}

}
