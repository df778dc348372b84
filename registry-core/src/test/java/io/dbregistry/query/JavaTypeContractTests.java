package io.dbregistry.query;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.model.Model;
import io.dbregistry.schema.SchemaException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** That attributes of every type are stored, read and found. */
abstract class JavaTypeContractTests {

	@Model
	record Calendar(@Id YearMonth month, OffsetTime opens, ZonedDateTime point, Duration duration, Period period,
			Year year, MonthDay birthday, DayOfWeek day, @Enumerated(EnumType.STRING) Month name, ZoneId zone,
			ZoneOffset offset, @Column(secondPrecision = 3) Instant rough) {
	}

	@Model
	record Misc(@Id @GeneratedValue Long id, Locale locale, Currency currency, URI uri) {
	}

	@Model
	record Pieces(@Id @GeneratedValue Long id, char[] letters, @Lob char[] text, Character[] boxes, Byte[] bytes,
			@Lob Byte[] image) {
	}

	@Model
	record Arrays(@Id @GeneratedValue Long id, @Column(length = 20) String[] tags, long[] numbers, Integer[] boxes,
			@Column(precision = 10, scale = 2) BigDecimal[] prices, LocalDate[] days, UUID[] ids,
			@Column(secondPrecision = 3) Instant[] points) {
	}

	private final TestServer server;

	JavaTypeContractTests(TestServer server) {
		this.server = server;
	}

	@Test
	void keepsTimes() {
		Calendar full = new Calendar(YearMonth.of(2026, 11), OffsetTime.parse("08:30:00.000001-03:30"),
				ZonedDateTime.parse("2026-10-25T01:30:00Z"), Duration.ofNanos(-1), Period.parse("P1Y-2M3D"),
				Year.of(-44), MonthDay.of(2, 29), DayOfWeek.SUNDAY, Month.MAY, ZoneId.of("Europe/Berlin"),
				ZoneOffset.ofHoursMinutes(5, 45), Instant.parse("2026-11-20T08:30:00.123Z"));
		Calendar empty = new Calendar(YearMonth.of(2026, 12), null, null, null, null, null, null, null, null, null,
				null, null);
		try (QueryFixture fixture = QueryFixture.open(this.server, Calendar.class)) {
			ModelRepository<Calendar> repository = fixture.repository(Calendar.class);
			repository.create(full);
			repository.create(empty);
			assertThat(repository.get(full.month())).isEqualTo(full);
			assertThat(repository.get(empty.month())).isEqualTo(empty);
			assertThat(repository.query()
				.filter("opens", full.opens())
				.filter("duration", full.duration())
				.filter("year", full.year())
				.filter("day", full.day())
				.filter("name", full.name())
				.filter("zone", full.zone())
				.filter("rough", full.rough())
				.get()).isEqualTo(full);
			assertThat(repository.query().orderBy("-month").list()).containsExactly(empty, full);
		}
	}

	@Test
	void keepsWhatIsStoredAsText() {
		Misc misc = new Misc(1L, Locale.CANADA_FRENCH, Currency.getInstance("CHF"), URI.create("urn:isbn:1"));
		try (QueryFixture fixture = QueryFixture.open(this.server, Misc.class)) {
			ModelRepository<Misc> repository = fixture.repository(Misc.class);
			repository.create(misc);
			assertThat(repository.query().filter("locale", misc.locale()).filter("uri", misc.uri()).get())
				.isEqualTo(misc);
		}
	}

	@Test
	void keepsCharactersAndBytes() {
		String text = "x".repeat(100_000);
		Byte[] image = new Byte[70_000];
		java.util.Arrays.fill(image, (byte) -1);
		Pieces pieces = new Pieces(1L, "it's".toCharArray(), text.toCharArray(), new Character[] { 'a' },
				new Byte[] { 0, -1 }, image);
		try (QueryFixture fixture = QueryFixture.open(this.server, Pieces.class)) {
			ModelRepository<Pieces> repository = fixture.repository(Pieces.class);
			repository.create(pieces);
			assertThat(repository.query().filter("letters", pieces.letters()).get()).usingRecursiveComparison()
				.isEqualTo(pieces);
		}
	}

	/** Whether the product has arrays. */
	boolean hasArrays() {
		return true;
	}

	@Test
	void keepsArraysOrSaysWhoNeedsThem() {
		if (!hasArrays()) {
			this.server.create().close(); // is skipped here when there is no server
			assertThatExceptionOfType(SchemaException.class)
				.isThrownBy(() -> QueryFixture.open(this.server, Arrays.class))
				.withMessageContaining(" has no arrays, which column 'tags' of table 'arrays' needs; ")
				.withCauseInstanceOf(UnsupportedFeatureException.class);
			return;
		}
		Arrays full = new Arrays(1L, new String[] { "it's", null, "{}" }, new long[] { Long.MIN_VALUE, 0 },
				new Integer[] { null, 1 }, new BigDecimal[] { new BigDecimal("1.50") },
				new LocalDate[] { LocalDate.of(2026, 2, 28) }, new UUID[] { new UUID(1, 2) },
				new Instant[] { Instant.parse("2026-11-20T08:30:00.123Z") });
		Arrays empty = new Arrays(2L, null, new long[0], null, null, null, null, null);
		try (QueryFixture fixture = QueryFixture.open(this.server, Arrays.class)) {
			ModelRepository<Arrays> repository = fixture.repository(Arrays.class);
			for (Arrays arrays : List.of(full, empty)) {
				repository.create(arrays);
				assertThat(repository.get(arrays.id())).usingRecursiveComparison().isEqualTo(arrays);
			}
			assertThat(repository.query().filter("numbers", full.numbers()).get().id()).isEqualTo(1L);
			assertThat(repository.query().filter("days", full.days()).get().id()).isEqualTo(1L);
			assertThat(repository.query().filter("tags", null).get().id()).isEqualTo(2L);
		}
	}

}
