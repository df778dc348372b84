package io.dbregistry.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole DDL of a few models, as people reviewed it: {@code ddl/PRODUCT.sql} beside
 * this class.
 */
class GoldenDdlTests {

	@Model
	@jakarta.persistence.Table(comment = "it's for sale", indexes = @Index(columnList = "title, price desc"),
			check = @CheckConstraint(constraint = "price >= 0"))
	record Book(@Id @GeneratedValue Long id,
			@jakarta.persistence.Column(length = 200, nullable = false, comment = "on the cover") String title,
			@ManyToOne(optional = false) Ref<Author> author, @ManyToOne Publisher publisher, BigDecimal price,
			@Lob String summary, boolean available, LocalDate published) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @jakarta.persistence.Column(unique = true) String name,
			@OneToOne Ref<Book> best) {
	}

	@Model(schema = "Public Houses")
	record Publisher(@Id UUID id, byte[] logo, @Lob byte[] photo, byte small, short medium, int number, float single,
			double twice, char letter, LocalTime opens, LocalDateTime founded,
			@jakarta.persistence.Column(secondPrecision = 0) Instant seen,
			@jakarta.persistence.Column(columnDefinition = "json") Map<String, Object> extra,
			@jakarta.persistence.Column(columnDefinition = "varchar(9) default 'none'") String own) {
	}

	@Model
	record OrderLine(@Id long orderNumber, @Id int position,
			@jakarta.persistence.Column(name = "drop \"`x") String hostile) {
	}

	private static final List<Sequence> SEQUENCES = List.of(new Sequence(QualifiedName.of("book_seq"), 1, 50),
			new Sequence(new QualifiedName("Public Houses", "count down"), 0, -1),
			new Sequence(QualifiedName.of("from_nothing"), -5, 1));

	static List<Dialect> dialects() {
		return List.of(new PostgreSqlDialect(), new H2Dialect(true), new MariaDbDialect(), new SqliteDialect());
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void isWhatWasReviewed(Dialect dialect) throws IOException {
		List<Table> tables = Models.from(List.of(Book.class, Author.class, Publisher.class, OrderLine.class), List.of())
			.all()
			.stream()
			.<Table>map(ModelType::table)
			.toList();
		List<String> created = new ArrayList<>();
		if (dialect.hasSequences()) {
			SEQUENCES.forEach((sequence) -> created.add(dialect.ddl().createSequence(sequence)));
		}
		dialect.ddl().createTables(tables).forEach((step) -> created.add(step.sql()));
		created.addAll(times(dialect));
		List<String> unused = new ArrayList<>();
		dialect.ddl()
			.dropUnused(tables)
			.stream()
			.flatMap((drop) -> Stream.of(drop.lock(), drop.drop(), drop.unlock()))
			.forEach(unused::addAll);
		String actual = script(created) + "\n" + script(dialect.ddl().dropTables(tables)) + "\n" + script(unused);
		String file = "ddl/" + dialect.product().toLowerCase(Locale.ROOT) + ".sql";
		try (InputStream expected = GoldenDdlTests.class.getResourceAsStream(file)) {
			assertThat(actual)
				.isEqualTo(new String(Objects.requireNonNull(expected, file).readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static List<String> times(Dialect dialect) {
		List<Column> columns = new ArrayList<>();
		columns.add(Column.of("opens", ColumnType.of(Kind.TIME_WITH_TIME_ZONE), false));
		columns.add(Column.of("closes", ColumnType.time(Kind.TIME_WITH_TIME_ZONE, 0), true));
		if (dialect instanceof PostgreSqlDialect || dialect instanceof H2Dialect) {
			columns.add(Column.of("notes", ColumnType.array(ColumnType.varchar(20)), true));
			columns.add(Column.of("numbers", ColumnType.array(ColumnType.of(Kind.BIGINT)), false));
		}
		Table hours = new Table(QualifiedName.of("hours"), columns, null, List.of(), List.of(), List.of(), List.of(),
				null);
		return dialect.ddl().createTables(List.of(hours)).stream().map(Ddl.Step::sql).toList();
	}

	private static String script(List<String> statements) {
		return String.join(";\n", statements) + ";\n";
	}

}
