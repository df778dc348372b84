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
		definition.spec().uniques.addAll(uniques(table.uniqueConstraints()));
		definition.spec().indexes.addAll(indexes(table.indexes()));
		definition.spec().checks.addAll(checks(table.check()));
	}

	static List<UniqueSpec> uniques(UniqueConstraint[] constraints) {
		return Arrays.stream(constraints)
			.map((unique) -> new UniqueSpec(unique.name(), List.of(unique.columnNames())))
			.toList();
	}

	static List<IndexSpec> indexes(Index[] indexes) {
		return Arrays.stream(indexes)
			.map((index) -> new IndexSpec(index.name(),
					Stream.of(index.columnList().split(",")).map(String::strip).toList(), index.unique()))
			.toList();
	}

	static List<CheckSpec> checks(CheckConstraint[] constraints) {
		return Arrays.stream(constraints)
			.map((constraint) -> new CheckSpec(constraint.name(), constraint.constraint()))
			.toList();
	}

}
