package io.dbregistry.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.model.ColumnSpec.CheckSpec;
import io.dbregistry.model.TableSpec.IndexSpec;
import io.dbregistry.model.TableSpec.UniqueSpec;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * Reads what {@code @Table} asks for.
 */
final class TableReader {

	private TableReader() {
	}

	static void read(Table table, ModelDefinition definition) {
		definition.table(table.name()).schema(table.schema()).comment(table.comment());
		for (UniqueConstraint unique : table.uniqueConstraints()) {
			definition.spec().uniques.add(new UniqueSpec(unique.name(), List.of(unique.columnNames())));
		}
		for (Index index : table.indexes()) {
			List<String> columns = Stream.of(index.columnList().split(",")).map(String::strip).toList();
			definition.spec().indexes.add(new IndexSpec(index.name(), columns, index.unique()));
		}
		definition.spec().checks.addAll(checks(table.check()));
	}

	static List<CheckSpec> checks(CheckConstraint[] constraints) {
		return Arrays.stream(constraints)
			.map((constraint) -> new CheckSpec(constraint.name(), constraint.constraint()))
			.toList();
	}

}
