package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

	private final Map<QualifiedName, Table> tables = new HashMap<>();

	private final Map<QualifiedName, Integer> positions = new HashMap<>();

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

	/** Orders tables. */
	static DependencyOrder of(List<Table> tables) {
		return new DependencyOrder(tables);
	}

	/** The tables in an order in which only cycles refer to later ones. */
	List<Table> tables() {
		return this.ordered;
	}

	private void visit(Table table) {
		if (this.visited.add(table.name())) {
			for (ForeignKey foreignKey : table.foreignKeys()) {
				Table target = this.tables.get(foreignKey.target());
				if (target != null) {
					visit(target);
				}
			}
			this.positions.put(table.name(), this.ordered.size());
			this.ordered.add(table);
		}
	}

	/** The foreign keys of a table that refer to tables that come later. */
	List<ForeignKey> forward(Table table) {
		int position = position(table.name());
		return table.foreignKeys().stream().filter((foreignKey) -> position(foreignKey.target()) > position).toList();
	}

	/** Those that are not among the tables come before all. */
	private int position(QualifiedName table) {
		return this.positions.getOrDefault(table, -1);
	}

}
