package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** That values come back from every product as they were given. */
abstract class ValueContractTests {

	enum Size {

		SMALL, LARGE

	}

	@Model
	record Numbers(@Id @GeneratedValue Long id, boolean flag, byte tiny, short small, int medium, long large,
			float single, double twice, char letter) {
	}

	@Model
	record Boxes(@Id @GeneratedValue Long id, Boolean flag, Byte tiny, Short small, Integer medium, Long large,
			Float single, Double twice, Character letter) {
	}

	@Model
	record Exact(@Id @GeneratedValue Long id, @Column(precision = 15, scale = 4) BigDecimal amount,
			@Column(precision = 18) BigInteger count) {
	}

	@Model
	record Times(@Id @GeneratedValue Long id, LocalDate day, LocalTime time, LocalDateTime dateTime, Instant instant,
			OffsetDateTime offset) {
	}

	@Model
	record Texts(@Id @GeneratedValue Long id, String text, @Lob String large, @Lob byte[] bytes,
			@Column(length = 20) byte[] few, @Column(columnDefinition = "json") String json) {
	}

	@Model
	record Documents(@Id @GeneratedValue Long id,
			@Column(columnDefinition = "json") Map<String, @Nullable Object> anything,
			@Column(columnDefinition = "json") List<Long> numbers,
			@Column(columnDefinition = "json") Map<String, List<BigDecimal>> prices) {
	}

	@Model
	record Others(@Id UUID id, UUID other, Size position, @Enumerated(EnumType.STRING) Size name) {
	}

	private final QueryFixture fixture;

	ValueContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Numbers.class, Boxes.class, Exact.class, Times.class, Texts.class,
				Documents.class, Others.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsPrimitives() {
		for (Numbers numbers : List.of(new Numbers(1L, false, (byte) 0, (short) 0, 0, 0, 0, 0, '0'),
				new Numbers(2L, true, Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, 1.1f, -1.1,
						'\u00e9'),
				new Numbers(3L, true, Byte.MAX_VALUE, Short.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, 16777217f,
						1e-300, 'x'),
				new Numbers(4L, true, (byte) 1, (short) 1, 1, 1, 1.2345678e30f, Math.PI, ' '))) {
			assertThat(stored(Numbers.class, numbers)).isEqualTo(numbers);
		}
	}

	@Test
	void keepsBoxesAndTheirAbsence() {
		Boxes full = new Boxes(1L, true, (byte) -1, (short) -1, -1, -1L, -1.5f, -1.5, 'x');
		Boxes empty = new Boxes(2L, null, null, null, null, null, null, null, null);
		assertThat(stored(Boxes.class, full)).isEqualTo(full);
		assertThat(stored(Boxes.class, empty)).isEqualTo(empty);
		assertThat(this.fixture.repository(Boxes.class).query().filter("flag", null).get()).isEqualTo(empty);
		assertThat(this.fixture.repository(Boxes.class).query().filter("large", -1).get()).isEqualTo(full);
	}

	@Test
	void keepsExactNumbersWithTheirScale() {
		for (String amount : List.of("0.0000", "12345678901.2345", "-99999999999.9999", "0.0001", "100.0000")) {
			Exact exact = new Exact(null, new BigDecimal(amount), new BigInteger("-999999999999999999"));
			Exact read = stored(Exact.class, exact);
			assertThat(read.amount()).isEqualTo(exact.amount());
			assertThat(read.count()).isEqualTo(exact.count());
			assertThat(exacts().query().filter("amount", exact.amount()).count()).isOne();
		}
		Exact empty = stored(Exact.class, new Exact(null, null, null));
		assertThat(empty.amount()).isNull();
		assertThat(empty.count()).isNull();
	}

	@Test
	void ordersExactNumbersByValue() {
		ModelRepository<Exact> repository = exacts();
		for (String amount : List.of("10", "9", "-1", "100.5")) {
			repository.create(new Exact(null, new BigDecimal(amount), BigInteger.ONE));
		}
		assertThat(repository.query().orderBy("amount").list()).extracting((exact) -> exact.amount().intValue())
			.containsExactly(-1, 9, 10, 100);
	}

	@Test
	void keepsTimesToTheMicrosecond() {
		for (Times times : List.of(
				new Times(1L, LocalDate.of(2026, 11, 20), LocalTime.of(23, 59, 59, 999_999_000),
						LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000), Instant.parse("2026-10-25T01:30:00.123456Z"),
						OffsetDateTime.parse("2026-10-25T02:30:00Z")),
				new Times(2L, LocalDate.of(9999, 12, 31), LocalTime.MIDNIGHT,
						LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
						Instant.parse("9999-12-31T12:00:00.999999Z"), OffsetDateTime.parse("9999-12-31T12:00:00Z")),
				new Times(3L, LocalDate.of(1000, 1, 1), LocalTime.NOON, LocalDateTime.of(1000, 1, 1, 0, 0),
						Instant.parse("1969-12-31T23:59:59.999999Z"), OffsetDateTime.parse("1582-10-10T00:00:00Z")),
				new Times(4L, null, null, null, null, null))) {
			assertThat(stored(Times.class, times)).isEqualTo(times);
			assertThat(this.fixture.repository(Times.class).query().filter("instant", times.instant()).get())
				.isEqualTo(times);
		}
	}

	@Test
	void cutsOffFinerFractionsAndOffsets() {
		Times read = stored(Times.class,
				new Times(null, null, LocalTime.of(23, 59, 59, 999_999_999),
						LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999),
						Instant.parse("2026-12-31T23:59:59.999999999Z"),
						OffsetDateTime.parse("2026-12-31T23:30:00.000000999-05:00")));
		assertThat(read.time()).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
		assertThat(read.dateTime()).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_000));
		assertThat(read.instant()).isEqualTo(Instant.parse("2026-12-31T23:59:59.999999Z"));
		assertThat(read.offset()).isEqualTo(OffsetDateTime.parse("2027-01-01T04:30:00Z"));
	}

	@Test
	void keepsTextsAndBytes() {
		byte[] bytes = new byte[70_000];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		for (String text : List.of("", " ", "trailing ", "it's \"quoted\" `so` \\ %_?",
				"\u00fcml\u00e4ut \u6f22\u5b57 \ud83d\ude80", "two\nlines\ttab")) {
			Texts texts = stored(Texts.class,
					new Texts(null, text, text.repeat(10_000), bytes, new byte[] { 0, -1 }, "{\"a\": [1, null]}"));
			assertThat(texts.text()).isEqualTo(text);
			assertThat(texts.large()).isEqualTo(text.repeat(10_000));
			assertThat(texts.bytes()).isEqualTo(bytes);
			assertThat(texts.few()).containsExactly(0, -1);
			assertThat(texts.json()).isEqualToIgnoringWhitespace("{\"a\":[1,null]}");
			assertThat(this.fixture.repository(Texts.class).query().filter("text", text).count()).isOne();
		}
		Texts empty = stored(Texts.class, new Texts(null, null, null, null, null, null));
		assertThat(empty).isEqualTo(new Texts(empty.id(), null, null, null, null, null));
	}

	@Test
	void keepsMapsAndListsAsJson() {
		Map<String, @Nullable Object> anything = new LinkedHashMap<>();
		anything.put("text \"quoted\" \\ \n\t\u0001 \u00fc \ud83d\ude80", "it's");
		anything.put("numbers", List.of(1, -1L << 40, 0.5, new BigInteger("9".repeat(30)), 1e-9));
		anything.put("truth", List.of(true, false, List.of(), Map.of()));
		anything.put("nothing", null);
		Documents documents = new Documents(1L, anything, List.of(1L, Long.MIN_VALUE),
				Map.of("a", List.of(new BigDecimal("12.5"), new BigDecimal("7"))));
		assertThat(stored(Documents.class, documents)).isEqualTo(documents);
		Documents empty = new Documents(2L, null, List.of(), Map.of());
		assertThat(stored(Documents.class, empty)).isEqualTo(empty);
	}

	@Test
	void refusesWhatJsonCannotHold() {
		ModelRepository<Documents> repository = this.fixture.repository(Documents.class);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> repository.create(new Documents(null, Map.of("at", Instant.EPOCH), null, null)))
			.withMessageContaining("'1970-01-01T00:00:00Z' of type 'java.time.Instant' has no place in JSON");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> repository.create(new Documents(null, Map.of("x", Double.NaN), null, null)));
		assertThat(repository.query().exists()).isFalse();
	}

	@Test
	void saysWhichAttributeCannotBeRead() {
		ModelRepository<Documents> repository = this.fixture.repository(Documents.class);
		repository.create(new Documents(1L, null, List.of(1L), null));
		Dialect dialect = this.fixture.primary().dialect();
		String table = dialect.quote("documents");
		this.fixture.primary()
			.jdbcClient()
			.sql("update " + table + " set " + dialect.quote("numbers") + " = "
					+ (dialect.product().equals("H2") ? "json '[\"x\"]'" : "'[\"x\"]'"))
			.update();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> repository.get(1L))
			.withMessageContaining(
					"'java.util.List<java.lang.Long> numbers' cannot be read: a value of type 'String' stands where 'Long' is declared");
	}

	@Test
	void comparesTextsExactly() {
		ModelRepository<Texts> repository = this.fixture.repository(Texts.class);
		repository.create(new Texts(null, "Stra\u00dfe", null, null, null, null));
		for (String other : List.of("stra\u00dfe", "Strasse", "Stra\u00dfe ", "Str\u00e1\u00dfe")) {
			assertThat(repository.query().filter("text", other).exists()).as(other).isFalse();
		}
		assertThat(repository.query().filter("text", "Stra\u00dfe").exists()).isTrue();
	}

	@Test
	void keepsUuidsAndEnums() {
		UUID id = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");
		for (Others others : List.of(new Others(id, new UUID(0, 0), Size.LARGE, Size.SMALL),
				new Others(new UUID(1, 1), null, null, null))) {
			assertThat(stored(Others.class, others)).isEqualTo(others);
			assertThat(this.fixture.repository(Others.class).get(others.id())).isEqualTo(others);
		}
		QuerySet<Others> query = this.fixture.repository(Others.class).query();
		assertThat(query.filter("position", Size.LARGE).filter("name", Size.SMALL).get().id()).isEqualTo(id);
		assertThat(query.filter("name", Size.LARGE).exists()).isFalse();
		assertThat(query.filter("other", new UUID(0, 0)).get().id()).isEqualTo(id);
	}

	final ModelRepository<Exact> exacts() {
		return this.fixture.repository(Exact.class);
	}

	/** What is read of an object that was just stored. */
	private <T> T stored(Class<T> type, T object) {
		ModelRepository<T> repository = this.fixture.repository(type);
		ModelType<T> model = this.fixture.models().get(type);
		return repository.get(KeyObjects.make(model, ColumnValues.ofObject(model, repository.create(object))));
	}

}
