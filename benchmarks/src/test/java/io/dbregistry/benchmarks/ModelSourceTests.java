package io.dbregistry.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import io.dbregistry.Registry;
import io.dbregistry.metadata.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelSourceTests {

	@Test
	void theSameNumberGivesTheSameText() {
		assertThat(ModelSource.write(7)).isEqualTo(ModelSource.write(7)).isNotEqualTo(ModelSource.write(8));
	}

	@Test
	void tablesAreWhatApplicationsHave() throws Exception {
		List<Table> tables = tables(200);

		assertThat(tables).allSatisfy((table) -> assertThat(table.columns()).hasSizeBetween(5, 15));
		assertThat(tables.stream().mapToInt((table) -> table.columns().size()).sum()).isBetween(8 * 200, 12 * 200);
		assertThat(tables.stream().mapToInt((table) -> table.foreignKeys().size()).sum()).isBetween(150, 300);
		assertThat(tables.stream().filter((table) -> !table.checks().isEmpty()).count()).isGreaterThan(50);
		assertThat(tables.stream().filter((table) -> table.indexes().size() > 1).count()).isGreaterThan(50);
		assertThat(tables).allMatch((table) -> table.comment() != null && table.uniques().size() == 1);
	}

	@Test
	void ourIndexesOfForeignKeysAreDeclaredSoThatAllMakeThem() throws Exception {
		assertThat(tables(50)).flatExtracting(Table::indexes)
			.allMatch((index) -> index.name().matches("ix_[a-z]+_\\d+_\\d+"));
	}

	private static List<Table> tables(int count) throws Exception {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:unopened")
			.models(ModelCompiler.compile(count).toArray(Class<?>[]::new))
			.build();
		return IntStream.range(0, count)
			.mapToObj((number) -> registry.models().get(ModelSource.type(number)).table())
			.toList();
	}

}
