package io.dbregistry.metadata;

import java.util.List;

import io.dbregistry.metadata.ColumnType.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTests {

	@Test
	void saysWhatIsMissingTooMuchAndDifferent() {
		Metadata expected = metadata(new TableSketch("author").id()
			.column("name", ColumnType.varchar(100), false)
			.column("born", ColumnType.of(Kind.DATE), true)
			.unique("uk_author", "name")
			.comment("who writes"), new TableSketch("book").id());
		Metadata found = metadata(new TableSketch("author").id()
			.column("name", ColumnType.varchar(50), true)
			.column("rank", ColumnType.of(Kind.INTEGER), true)
			.index("ix_author", false, "rank"), new TableSketch("shelf").id());

		assertThat(Metadata.diff(expected, found)).extracting(Change::describeDifference)
			.containsExactlyInAnyOrder("Table 'book' is missing", "Table 'shelf' is there, and ought not to be",
					"Column 'born' of table 'author' is missing",
					"Column 'rank' of table 'author' is there, and ought not to be",
					"Column 'name' of table 'author' differs: type VARCHAR(50) instead of VARCHAR(100), "
							+ "nullable true instead of false",
					"Unique constraint 'uk_author' over [name] of table 'author' is missing",
					"Index 'ix_author' over [rank] of table 'author' is there, and ought not to be",
					"The comment of table 'author' is missing");
	}

	@Test
	void saysWhichSequenceAndKeyDiffer() {
		Sequence one = new Sequence(QualifiedName.of("one"), 1, 50);
		Metadata expected = Metadata.of("primary",
				List.of(new TableSketch("plain").column("id", ColumnType.of(Kind.BIGINT), false).table()), List.of(one),
				List.of());
		Metadata found = Metadata.of("primary",
				List.of(new TableSketch("plain").column("id", ColumnType.of(Kind.BIGINT), false).key("id").table()),
				List.of(new Sequence(one.name(), 1, 1)), List.of());

		assertThat(Metadata.diff(expected, found)).extracting(Change::describeDifference)
			.containsExactlyInAnyOrder("The primary key of table 'plain' is there, and ought not to be",
					"Sequence 'one' differs");
	}

	private static Metadata metadata(TableSketch... tables) {
		return Metadata.of("primary", List.of(tables).stream().map(TableSketch::table).toList());
	}

}
