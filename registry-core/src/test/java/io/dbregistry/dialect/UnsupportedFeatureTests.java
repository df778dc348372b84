package io.dbregistry.dialect;

import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnsupportedFeatureTests {

	private final Dialect sqlite = new SqliteDialect();

	@Test
	void refusesSequencesWhereThereAreNone() {
		QualifiedName name = QualifiedName.of("book_seq");
		Ddl ddl = this.sqlite.ddl();
		for (Runnable use : List.<Runnable>of(() -> ddl.createSequence(new Sequence(name, 1, 50)),
				() -> ddl.dropSequence(name), () -> this.sqlite.nextValue(name))) {
			assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(use::run)
				.withMessage("SQLite has no sequences, which sequence 'book_seq' needs; let the database count up: "
						+ "@GeneratedValue(strategy = GenerationType.IDENTITY)")
				.satisfies((ex) -> assertThat(ex.getProduct()).isEqualTo("SQLite"))
				.satisfies((ex) -> assertThat(ex.getFeature()).isEqualTo("sequences"));
		}
	}

	@Test
	void refusesArraysWhereThereAreNone() {
		Table table = new Table(QualifiedName.of("book"),
				List.of(Column.of("tags", ColumnType.array(ColumnType.of(Kind.CLOB)), true)), null, List.of(),
				List.of(), List.of(), List.of(), null);
		for (Dialect dialect : List.of(this.sqlite, new MariaDbDialect())) {
			assertThatExceptionOfType(UnsupportedFeatureException.class)
				.isThrownBy(() -> dialect.ddl().createTables(List.of(table)))
				.withMessage("%s has no arrays, which column 'tags' of table 'book' needs; "
						+ "declare it as a List with @Column(columnDefinition = \"json\")", dialect.product());
		}
	}

}
