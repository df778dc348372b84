package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * Codecs for a product without types of its own for times, exact numbers and UUIDs: they
 * are stored as text, unless a column makes numbers of them.
 * <p>
 * Times are in ISO 8601 with six digits of the fraction, points in time at UTC, so that
 * the order of texts is the order of times. What the product's own functions write
 * ({@code 2026-11-20 08:30:00}) is read too.
 */
final class TextCodecs {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
		.toFormatter();

	private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral('T')
		.append(TIME)
		.toFormatter();

	private static final DateTimeFormatter OFFSET_TIME = new DateTimeFormatterBuilder().append(TIME)
		.appendOffsetId()
		.toFormatter();

	/** For products that have times of day, but none with an offset. */
	static final JdbcCodec<OffsetTime> OFFSET_TIMES = JdbcCodec.via(OffsetTime.class, Codecs.STRING,
			OFFSET_TIME::format, OffsetTime::parse);

	private TextCodecs() {
	}

	static JdbcCodec<?>[] all() {
		return new JdbcCodec<?>[] { NumericCodecs.FLOATS, NumericCodecs.DOUBLES,
				JdbcCodec.via(LocalDate.class, Codecs.STRING, LocalDate::toString, LocalDate::parse),
				JdbcCodec.via(LocalTime.class, Codecs.STRING, TIME::format, LocalTime::parse), OFFSET_TIMES,
				JdbcCodec.via(LocalDateTime.class, Codecs.STRING, DATE_TIME::format, TextCodecs::dateTime),
				JdbcCodec.via(OffsetDateTime.class, Codecs.STRING, TextCodecs::text, TextCodecs::offsetDateTime),
				JdbcCodec.via(Instant.class, Codecs.STRING, (value) -> text(value.atOffset(ZoneOffset.UTC)),
						(text) -> offsetDateTime(text).toInstant()),
				JdbcCodec.via(BigDecimal.class, Codecs.STRING, BigDecimal::toPlainString, BigDecimal::new),
				JdbcCodec.via(BigInteger.class, Codecs.STRING, BigInteger::toString, BigInteger::new),
				JdbcCodec.via(UUID.class, Codecs.STRING, UUID::toString, UUID::fromString) };
	}

	private static String text(OffsetDateTime value) {
		return DATE_TIME.format(value.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
	}

	private static LocalDateTime dateTime(String text) {
		return LocalDateTime.parse(text.replace(' ', 'T'));
	}

	private static OffsetDateTime offsetDateTime(String text) {
		return text.endsWith("Z") ? OffsetDateTime.parse(text) : dateTime(text).atOffset(ZoneOffset.UTC);
	}

}
