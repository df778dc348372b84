package io.dbregistry.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
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
			@Column(length = 200, nullable = false, comment = "on the cover") String title,
			@ManyToOne(optional = false) Ref<Author> author, @ManyToOne Publisher publisher, BigDecimal price,
			@Lob String summary, boolean available, LocalDate published) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(unique = true) String name, @OneToOne Ref<Book> best) {
	}

	@Model(schema = "Public Houses")
	record Publisher(@Id UUID id, byte[] logo, @Lob byte[] photo, byte small, short medium, int number, float single,
			double twice, char letter, LocalTime opens, LocalDateTime founded,
			@Column(secondPrecision = 0) Instant seen, @Column(columnDefinition = "json") Map<String, Object> extra,
			@Column(columnDefinition = "varchar(9) default 'none'") String own) {
	}

	@Model
	record OrderLine(@Id long orderNumber, @Id int position, @Column(name = "drop \"`x") String hostile) {
	}

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
		List<String> created = dialect.ddl().createTables(tables).stream().map(Ddl.Step::sql).toList();
		String actual = script(created) + "\n" + script(dialect.ddl().dropTables(tables));
		String file = "ddl/" + dialect.product().toLowerCase(Locale.ROOT) + ".sql";
		try (InputStream expected = GoldenDdlTests.class.getResourceAsStream(file)) {
			assertThat(actual)
				.isEqualTo(new String(Objects.requireNonNull(expected, file).readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static String script(List<String> statements) {
		return String.join(";\n", statements) + ";\n";
	}

}
