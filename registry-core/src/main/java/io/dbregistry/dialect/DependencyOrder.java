package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;

/**
 * Puts tables behind those they refer to, and else leaves them in their order.
 */
final class DependencyOrder {

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Set<QualifiedName> visited = new HashSet<>();

	private final List<Table> ordered = new ArrayList<>();

	private DependencyOrder(List<Table> tables) {
		for (Table table : tables) {
			if (this.tables.put(table.name(), table) != null) {
				throw new IllegalArgumentException(
						"There are two tables named '%s'; rename one of them".formatted(table.name()));
			}
		}
		tables.forEach(this::visit);
	}

	/** The tables in an order in which only cycles refer to later ones. */
	static List<Table> of(List<Table> tables) {
		return new DependencyOrder(tables).ordered;
	}

	private void visit(Table table) {
		if (this.visited.add(table.name())) {
			for (ForeignKey foreignKey : table.foreignKeys()) {
				Table target = this.tables.get(foreignKey.target());
				if (target != null) {
					visit(target);
				}
			}
			this.ordered.add(table);
		}
	}

	/** The foreign keys of a table that refer to tables that come later. */
	static List<ForeignKey> forward(List<Table> ordered, int position) {
		Set<QualifiedName> later = new HashSet<>();
		ordered.subList(position + 1, ordered.size()).forEach((table) -> later.add(table.name()));
		return ordered.get(position)
			.foreignKeys()
			.stream()
			.filter((foreignKey) -> later.contains(foreignKey.target()))
			.toList();
	}

}
