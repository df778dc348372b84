package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import io.dbregistry.metadata.ColumnType;

/**
 * MariaDB, whose schemas are catalogs.
 */
final class MariaDbDialect extends AbstractDialect {

	/**
	 * There is no type with a time zone: a point in time is the date and time at UTC,
	 * which no setting of the session or the driver shifts, a time with an offset a text.
	 */
	private static final Codecs CODECS = new Codecs(Codecs.STRING,
			JdbcCodec.via(LocalDateTime.class, Codecs.DATE_TIME, MariaDbDialect::possible, (value) -> value),
			JdbcCodec.via(OffsetDateTime.class, Codecs.DATE_TIME,
					(value) -> possible(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()),
					(value) -> value.atOffset(ZoneOffset.UTC)),
			JdbcCodec.via(Instant.class, Codecs.DATE_TIME,
					(value) -> possible(LocalDateTime.ofInstant(value, ZoneOffset.UTC)),
					(value) -> value.toInstant(ZoneOffset.UTC)),
			TextCodecs.OFFSET_TIMES, JdbcCodec.via(UUID.class, Codecs.STRING, UUID::toString, UUID::fromString));

	/** A column of type {@code char} loses trailing spaces, even if there is only one. */
	private static final ValueCodec CHARACTER = JdbcCodec.via(Character.class, Codecs.STRING,
			(value) -> (value == ' ') ? "" : value.toString(), (text) -> text.isEmpty() ? ' ' : text.charAt(0));

	MariaDbDialect() {
		super("MariaDB", '`');
	}

	@Override
	public Ddl ddl() {
		return new MariaDbDdl(this);
	}

	/** The driver would send the year of the era. */
	private static LocalDateTime possible(LocalDateTime value) {
		if (value.getYear() < 1) {
			throw new IllegalArgumentException("MariaDB has no year %d".formatted(value.getYear()));
		}
		return value;
	}

	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		boolean character = type == Character.class || type == char.class;
		return (character && columnType.kind() == ColumnType.Kind.CHAR) ? CHARACTER : super.codec(type, columnType);
	}

	@Override
	NormalForm normalForm() {
		return new MariaDbNormalForm(this);
	}

	@Override
	Codecs codecs() {
		return CODECS;
	}

	@Override
	String noLimit() {
		return " limit 18446744073709551615";
	}

	@Override
	public String emptyInsert() {
		return " () values ()";
	}

	@Override
	public boolean schemasAreCatalogs() {
		return true;
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) throws SQLException {
		return strings(connection, "select database()").stream().findFirst();
	}

}
