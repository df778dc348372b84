package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;

/**
 * Puts tables behind those they refer to, and else leaves them in their order.
 */
final class DependencyOrder {

	private final Map<QualifiedName, Table> tables = new HashMap<>();

	private final Map<QualifiedName, Integer> positions = new HashMap<>();

	/** By the order in which they were found. */
	private final Map<QualifiedName, Integer> numbers = new HashMap<>();

	/** Visited tables whose circle is not complete. */
	private final List<Table> open = new ArrayList<>();

	private final List<List<Table>> circles = new ArrayList<>();

	private DependencyOrder(List<Table> tables) {
		for (Table table : tables) {
			if (this.tables.put(table.name(), table) != null) {
				throw new IllegalArgumentException(
						"There are two tables named '%s'; rename one of them".formatted(table.name()));
			}
		}
		for (Table table : tables) {
			if (!this.numbers.containsKey(table.name())) {
				visit(table);
			}
		}
	}

	/** Orders tables. */
	static DependencyOrder of(List<Table> tables) {
		return new DependencyOrder(tables);
	}

	/**
	 * The tables in an order in which only circles refer to later ones. A table is in one
	 * with all that refer to it and are referred to by it, be it over others; most are
	 * alone.
	 */
	List<List<Table>> circles() {
		return this.circles;
	}

	/** The circles, and the tables in each, the other way round. */
	List<List<Table>> reversed() {
		List<List<Table>> reversed = new ArrayList<>();
		for (List<Table> circle : this.circles) {
			List<Table> tables = new ArrayList<>(circle);
			Collections.reverse(tables);
			reversed.add(0, tables);
		}
		return reversed;
	}

	/**
	 * Visits a table and those it refers to, by Tarjan's algorithm.
	 * @return the number of the first table found that is in its circle, as far as known
	 */
	private int visit(Table table) {
		int number = this.numbers.size();
		this.numbers.put(table.name(), number);
		int begin = this.open.size();
		int first = number;
		for (ForeignKey foreignKey : table.foreignKeys()) {
			Table target = this.tables.get(foreignKey.target());
			if (target != null && !this.positions.containsKey(target.name())) {
				Integer known = this.numbers.get(target.name());
				first = Math.min(first, (known != null) ? known : visit(target));
			}
		}
		this.open.add(table);
		if (first == number) {
			close(this.open.subList(begin, this.open.size()));
		}
		return first;
	}

	private void close(List<Table> circle) {
		circle.forEach((table) -> this.positions.put(table.name(), this.positions.size()));
		this.circles.add(List.copyOf(circle));
		circle.clear();
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
