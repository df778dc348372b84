package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * A type and some of its values.
 *
 * @param type the type
 * @param column the type of the column
 * @param values the values
 */
record TypeSample(Class<?> type, ColumnType column, List<?> values) {

	@Override
	public String toString() {
		return this.type.getSimpleName();
	}

	/** Values that each product stores. */
	static List<TypeSample> ordinary() {
		return List.of(
				new TypeSample(OffsetTime.class, ColumnType.of(Kind.TIME_WITH_TIME_ZONE),
						List.of(OffsetTime.parse("00:00:00Z"), OffsetTime.parse("23:59:59.999999-05:30"),
								OffsetTime.parse("12:00:00.1+14:00"))),
				new TypeSample(ZonedDateTime.class, ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						List.of(ZonedDateTime.parse("2026-10-25T01:30:00.000001Z"),
								ZonedDateTime.parse("1969-12-31T23:59:59.999999Z"))),
				new TypeSample(Duration.class, ColumnType.of(Kind.BIGINT),
						List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(Long.MIN_VALUE),
								Duration.ofNanos(Long.MAX_VALUE), Duration.parse("PT36H0.5S"))),
				new TypeSample(Period.class, ColumnType.varchar(40),
						List.of(Period.ZERO, Period.of(1, -14, 400),
								Period.of(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE))),
				new TypeSample(Year.class, ColumnType.of(Kind.INTEGER),
						List.of(Year.of(2026), Year.of(0), Year.of(Year.MIN_VALUE), Year.of(Year.MAX_VALUE))),
				new TypeSample(YearMonth.class, ColumnType.varchar(13),
						List.of(YearMonth.of(2026, 2), YearMonth.of(-1, 12), YearMonth.of(10_000, 1),
								YearMonth.of(Year.MIN_VALUE, 1), YearMonth.of(Year.MAX_VALUE, 12))),
				new TypeSample(MonthDay.class, ColumnType.varchar(7), List.of(MonthDay.of(2, 29), MonthDay.of(12, 31))),
				new TypeSample(ZoneId.class, ColumnType.varchar(64),
						List.of(ZoneId.of("America/Argentina/ComodRivadavia"), ZoneOffset.UTC, ZoneId.of("UTC+01:00"))),
				new TypeSample(ZoneOffset.class, ColumnType.varchar(9),
						List.of(ZoneOffset.MIN, ZoneOffset.MAX, ZoneOffset.UTC, ZoneOffset.ofTotalSeconds(1))),
				new TypeSample(Locale.class, ColumnType.varchar(255),
						List.of(Locale.ROOT, Locale.GERMANY, Locale.forLanguageTag("zh-Hant-TW-x-private"))),
				new TypeSample(Currency.class, ColumnType.varchar(3), List.of(Currency.getInstance("EUR"))),
				new TypeSample(URI.class, ColumnType.varchar(255),
						List.of(URI.create("https://example.com/a%20b?x=%C3%BC#y"), URI.create("urn:isbn:1"))),
				new TypeSample(char[].class, ColumnType.varchar(255),
						List.of("".toCharArray(), "it's \ud83d\ude80".toCharArray())),
				new TypeSample(Character[].class, ColumnType.varchar(255),
						List.of((Object) new Character[] { 'a', '\u00e9' })),
				new TypeSample(Byte[].class, ColumnType.varbinary(255),
						List.of((Object) new Byte[] { 0, -1, 127, -128 })));
	}

	/** Values that a product may refuse, but not change. */
	static List<TypeSample> extremes() {
		return List.of(
				new TypeSample(LocalDate.class, ColumnType.of(Kind.DATE),
						List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(-1, 1, 1), LocalDate.of(0, 1, 1),
								LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 10), LocalDate.of(10_000, 1, 1))),
				new TypeSample(LocalTime.class, ColumnType.of(Kind.TIME),
						List.of(LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(2, 30))),
				new TypeSample(LocalDateTime.class, ColumnType.of(Kind.TIMESTAMP),
						List.of(LocalDateTime.of(-4000, 1, 1, 0, 0), LocalDateTime.of(-1, 1, 1, 0, 0),
								LocalDateTime.of(0, 1, 1, 0, 0), LocalDateTime.of(1, 1, 1, 0, 0),
								LocalDateTime.of(1582, 10, 10, 12, 0), LocalDateTime.of(2026, 3, 29, 2, 30),
								LocalDateTime.of(10_000, 1, 1, 0, 0), LocalDateTime.of(290_000, 1, 1, 0, 0))),
				new TypeSample(Instant.class, ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						List.of(Instant.parse("-4000-01-01T00:00:00Z"), Instant.parse("-0001-01-01T00:00:00Z"),
								Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("0001-01-01T00:00:00Z"),
								Instant.parse("1582-10-10T00:00:00Z"), Instant.EPOCH, Instant.EPOCH.minusNanos(1000),
								Instant.parse("2038-01-19T03:14:08Z"), Instant.parse("+10000-01-01T00:00:00Z"),
								Instant.parse("+290000-01-01T00:00:00Z"))),
				new TypeSample(OffsetTime.class, ColumnType.of(Kind.TIME_WITH_TIME_ZONE),
						List.of(OffsetTime.parse("12:00+18:00"), OffsetTime.parse("12:00-18:00"),
								OffsetTime.parse("12:00+01:02:03"))),
				new TypeSample(Double.class, ColumnType.of(Kind.DOUBLE),
						List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
								Double.MAX_VALUE, Double.MIN_NORMAL)),
				new TypeSample(Float.class, ColumnType.of(Kind.REAL),
						List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE)),
				new TypeSample(BigDecimal.class, ColumnType.decimal(38, 10),
						List.of(new BigDecimal("1234567890123456789012345678.0123456789"),
								new BigDecimal("-0.0000000001"), new BigDecimal("9".repeat(29) + ".0000000000"))),
				new TypeSample(BigInteger.class, ColumnType.decimal(38, 0),
						List.of(new BigInteger("9".repeat(38)), new BigInteger("9".repeat(39)), BigInteger.ZERO)),
				new TypeSample(String.class, ColumnType.varchar(20),
						List.of("", " ", "\u0000", "x".repeat(21), "a ", "\ufeff", "e\u0301")),
				new TypeSample(Character.class, ColumnType.character(1), List.of('\u0000', '\uffff', ' ')),
				new TypeSample(Locale.class, ColumnType.varchar(255),
						List.of(new Locale.Builder().setLanguage("ja").setRegion("JP").setVariant("abcde").build(),
								Locale.forLanguageTag("no-NO"))),
				new TypeSample(UUID.class, ColumnType.of(Kind.UUID), List.of(new UUID(-1, -1), new UUID(0, 0),
						UUID.fromString("01890dd5-ea3f-7c2e-b7bc-9a1c6c9ed5ab"))));
	}

	/** Values that are shifted easily. */
	static List<TypeSample> times() {
		return List.of(
				new TypeSample(LocalDate.class, ColumnType.of(Kind.DATE),
						List.of(LocalDate.of(2011, 12, 30), LocalDate.of(1893, 4, 1), LocalDate.of(1, 1, 1))),
				new TypeSample(LocalTime.class, ColumnType.of(Kind.TIME),
						List.of(LocalTime.of(2, 30), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000))),
				new TypeSample(LocalDateTime.class, ColumnType.of(Kind.TIMESTAMP),
						List.of(LocalDateTime.of(2026, 3, 29, 2, 30), LocalDateTime.of(2026, 3, 8, 2, 0, 1),
								LocalDateTime.of(2011, 12, 30, 12, 0), LocalDateTime.of(2026, 10, 25, 2, 30))),
				new TypeSample(Instant.class, ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"),
								Instant.parse("1883-11-18T16:59:59.999999Z"))),
				new TypeSample(OffsetDateTime.class, ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						List.of(OffsetDateTime.parse("2026-10-25T01:30:00Z"))),
				new TypeSample(OffsetTime.class, ColumnType.of(Kind.TIME_WITH_TIME_ZONE),
						List.of(OffsetTime.parse("02:30:00.000001-03:30"), OffsetTime.parse("02:30Z"))));
	}

	/** Arrays, of one value each. */
	static List<TypeSample> arrays() {
		return List.of(
				array(ColumnType.varchar(20), new String[] { "", "it's, \"a\" {b} \\ NULL", null, "\ud83d\ude80" }),
				array(ColumnType.of(Kind.CLOB), new String[] { "x".repeat(5000) }),
				array(ColumnType.of(Kind.BIGINT), new Long[] { Long.MIN_VALUE, null, 1L }),
				array(ColumnType.of(Kind.BIGINT), new long[] { Long.MAX_VALUE, 0 }),
				array(ColumnType.of(Kind.INTEGER), new Integer[0]),
				array(ColumnType.of(Kind.INTEGER), new int[] { 1, 2 }),
				array(ColumnType.of(Kind.SMALLINT), new Short[] { -1, null }),
				array(ColumnType.of(Kind.BOOLEAN), new Boolean[] { true, null, false }),
				array(ColumnType.of(Kind.REAL), new float[] { 1.1f, Float.MIN_VALUE }),
				array(ColumnType.of(Kind.DOUBLE), new Double[] { 1e300, Double.NaN }),
				array(ColumnType.decimal(20, 3), new BigDecimal[] { new BigDecimal("1.500"), null }),
				array(ColumnType.of(Kind.DATE), new LocalDate[] { LocalDate.of(2026, 2, 28), LocalDate.of(1, 1, 1) }),
				array(ColumnType.of(Kind.TIME), new LocalTime[] { LocalTime.of(23, 59, 59, 999_999_000) }),
				array(ColumnType.of(Kind.TIMESTAMP),
						new LocalDateTime[] { LocalDateTime.of(2026, 3, 29, 2, 30), null }),
				array(ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						new Instant[] { Instant.EPOCH.minusNanos(1000), null }),
				array(ColumnType.of(Kind.TIMESTAMP_WITH_TIME_ZONE),
						new OffsetDateTime[] { OffsetDateTime.parse("2026-10-25T01:30:00Z") }),
				array(ColumnType.of(Kind.UUID), new UUID[] { new UUID(1, -1), null }));
	}

	private static TypeSample array(ColumnType element, Object value) {
		return new TypeSample(value.getClass(), ColumnType.array(element), List.of(value));
	}

}
