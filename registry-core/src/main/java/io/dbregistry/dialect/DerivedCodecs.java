package io.dbregistry.dialect;

import java.net.URI;
import java.time.Duration;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Codecs for types that no product has, which are stored as values of another one.
 */
final class DerivedCodecs {

	/** Unlike {@link YearMonth#toString()}, what it writes can always be read. */
	private static final DateTimeFormatter YEAR_MONTH = new DateTimeFormatterBuilder()
		.appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
		.appendPattern("-MM")
		.toFormatter(Locale.ROOT);

	private DerivedCodecs() {
	}

	/**
	 * The codecs.
	 * @param text the product's codec of texts
	 * @param whole the product's codec of 64-bit numbers
	 * @param bytes the product's codec of bytes
	 * @param point the product's codec of points in time
	 */
	static List<JdbcCodec<?>> of(JdbcCodec<String> text, JdbcCodec<Long> whole, JdbcCodec<byte[]> bytes,
			JdbcCodec<OffsetDateTime> point) {
		return List.of(
				JdbcCodec.via(ZonedDateTime.class, point, ZonedDateTime::toOffsetDateTime,
						(value) -> value.atZoneSameInstant(ZoneOffset.UTC)),
				JdbcCodec.via(Duration.class, whole, Duration::toNanos, Duration::ofNanos),
				JdbcCodec.via(Period.class, text, Period::toString, Period::parse),
				JdbcCodec.via(Year.class, whole, (value) -> (long) value.getValue(),
						(value) -> Year.of(Math.toIntExact(value))),
				JdbcCodec.via(YearMonth.class, text, YEAR_MONTH::format, (value) -> YearMonth.parse(value, YEAR_MONTH)),
				JdbcCodec.via(MonthDay.class, text, MonthDay::toString, MonthDay::parse),
				JdbcCodec.via(ZoneId.class, text, ZoneId::getId, ZoneId::of),
				JdbcCodec.via(ZoneOffset.class, text, ZoneOffset::getId, ZoneOffset::of),
				JdbcCodec.via(Locale.class, text, DerivedCodecs::tag, Locale::forLanguageTag),
				JdbcCodec.via(Currency.class, text, Currency::getCurrencyCode, Currency::getInstance),
				JdbcCodec.via(URI.class, text, URI::toString, URI::create),
				JdbcCodec.via(Character.class, text, String::valueOf, DerivedCodecs::character),
				JdbcCodec.via(char[].class, text, String::new, String::toCharArray),
				JdbcCodec.via(Character[].class, text, DerivedCodecs::text, DerivedCodecs::characters),
				JdbcCodec.via(Byte[].class, bytes, DerivedCodecs::unboxed, DerivedCodecs::boxed));
	}

	private static String tag(Locale locale) {
		String tag = locale.toLanguageTag();
		if (!Locale.forLanguageTag(tag).equals(locale)) {
			throw new IllegalArgumentException("tag '%s' stands for another one".formatted(tag));
		}
		return tag;
	}

	/** Some products cut a trailing space off, even if it is all there is. */
	private static char character(String text) {
		return text.isEmpty() ? ' ' : text.charAt(0);
	}

	private static String text(Character[] characters) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < characters.length; i++) {
			text.append((char) present(characters, i));
		}
		return text.toString();
	}

	private static Character[] characters(String text) {
		return text.chars().mapToObj((character) -> (char) character).toArray(Character[]::new);
	}

	private static byte[] unboxed(Byte[] boxed) {
		byte[] bytes = new byte[boxed.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = present(boxed, i);
		}
		return bytes;
	}

	private static Byte[] boxed(byte[] bytes) {
		Byte[] boxed = new Byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			boxed[i] = bytes[i];
		}
		return boxed;
	}

	private static <T> T present(T[] values, int index) {
		T value = values[index];
		if (value == null) {
			throw new IllegalArgumentException("element %d is null".formatted(index));
		}
		return value;
	}

}
