package io.dbregistry.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.dbregistry.model.Model;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where the values of objects and of columns do not fit, on every product. */
abstract class MisfitContractTests {

	enum Size {

		SMALL, LARGE

	}

	@Model
	record Rough(@Id Long id, @Column(secondPrecision = 0) LocalTime time,
			@Column(secondPrecision = 3) LocalDateTime dateTime, @Column(secondPrecision = 0) Instant instant,
			@Column(secondPrecision = 1) OffsetDateTime offset) {
	}

	@Model
	record Legacy(@Id Long id, Boolean flag, Byte tiny, Short small, Integer medium, Long large, Float single,
			Double twice, Character letter) {
	}

	@Model
	@Table(name = "legacy")
	record Strict(@Id Long id, boolean flag, byte tiny, short small, int medium, long large, float single, double twice,
			char letter) {
	}

	@Model
	record Tailor(@Id Long id, String name) {
	}

	@Model
	record Coat(@Id Long id, @ManyToOne(optional = false) @JoinColumn(
			foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Tailor tailor) {
	}

	@Model
	record Shirt(@Id Long id, @Enumerated(EnumType.STRING) Size name, Size position) {
	}

	private final QueryFixture fixture;

	MisfitContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Rough.class, Legacy.class, Shirt.class, Tailor.class, Coat.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void cutsOffWhatAColumnOfLowerPrecisionCannotHold() {
		LocalDateTime last = LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999);
		Rough rough = new Rough(1L, last.toLocalTime(), last, last.toInstant(ZoneOffset.UTC),
				last.atOffset(ZoneOffset.UTC));
		ModelRepository<Rough> repository = this.fixture.repository(Rough.class);
		repository.create(rough);
		Rough read = repository.get(1L);
		assertThat(read.time()).isEqualTo(LocalTime.of(23, 59, 59));
		assertThat(read.dateTime()).isEqualTo(last.withNano(999_000_000));
		assertThat(read.instant()).isEqualTo(last.withNano(0).toInstant(ZoneOffset.UTC));
		assertThat(read.offset()).isEqualTo(last.withNano(900_000_000).atOffset(ZoneOffset.UTC));
		assertThat(repository.query()
			.filter("time", rough.time())
			.filter("dateTime", rough.dateTime())
			.filter("instant", rough.instant())
			.filter("offset", rough.offset())
			.get()).isEqualTo(read);
	}

	@Test
	void tellsWhenThereIsNoValueForAPrimitive() {
		Queries strict = Queries.create(this.fixture.databases(), Models.from(List.of(Strict.class), List.of()));
		this.fixture.repository(Legacy.class).create(new Legacy(1L, false, (byte) 0, (short) 0, 0, 0L, 0f, 0d, 'x'));
		assertThat(strict.repository(Strict.class).get(1L).medium()).isZero();
		Map<String, String> types = Map.of("flag", "boolean", "tiny", "byte", "small", "short", "medium", "int",
				"large", "long", "single", "float", "twice", "double", "letter", "char");
		types.forEach((name, type) -> {
			execute("delete from legacy");
			this.fixture.repository(Legacy.class).create(new Legacy(1L, true, (byte) 1, (short) 1, 1, 1L, 1f, 1d, 'x'));
			execute("update legacy set " + name + " = null");
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(name)
				.isThrownBy(() -> strict.repository(Strict.class).get(1L))
				.havingCause()
				.withMessage(
						"Column '%s' is NULL, and '%s' of model 'Strict' is of type '%s', which has no such value; "
								+ "declare a type that has, or give the row a value",
						name, name, type);
		});
	}

	@Test
	void namesTheConstantThatAnEnumDoesNotHave() {
		this.fixture.repository(Shirt.class).create(new Shirt(1L, Size.SMALL, Size.LARGE));
		execute("update shirt set name = 'HUGE'");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.fixture.repository(Shirt.class).query().list())
			.havingCause()
			.withMessage(
					"Column 'name' has 'HUGE', and 'name' of model 'Shirt' is of type '%s', "
							+ "which has no such constant (known: 'SMALL', 'LARGE'); add it, or correct the row",
					Size.class.getName());
		execute("update shirt set name = 'SMALL', position = 2");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.fixture.repository(Shirt.class).query().list())
			.havingCause()
			.withMessageContaining("has '2'")
			.withMessageContaining("(known: '0', '1')");
	}

	@Test
	void keepsObjectsWhoseReferenceLeadsNowhere() {
		this.fixture.repository(Tailor.class).create(new Tailor(1L, "Elim"));
		this.fixture.repository(Coat.class).create(new Coat(1L, new Tailor(1L, "")));
		this.fixture.repository(Coat.class).create(new Coat(2L, new Tailor(7L, "")));
		QuerySet<Coat> coats = this.fixture.repository(Coat.class).query().orderBy("id");
		assertThat(coats.list()).containsExactly(new Coat(1L, new Tailor(1L, "Elim")), new Coat(2L, null));
		assertThat(coats.count()).isEqualTo(2);
		assertThat(coats.filter("id", 2).exists()).isTrue();
		assertThat(this.fixture.repository(Coat.class).find(2L)).isPresent();
	}

	private void execute(String sql) {
		this.fixture.primary().jdbcOperations().execute(sql);
	}

}
