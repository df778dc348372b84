package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * MariaDB, whose schemas are catalogs.
 */
final class MariaDbDialect extends AbstractDialect {

	/**
	 * There is no type with a time zone: a point in time is the date and time at UTC,
	 * which no setting of the session or the driver shifts.
	 */
	private static final Codecs CODECS = new Codecs(Codecs.STRING,
			JdbcCodec.via(OffsetDateTime.class, Codecs.DATE_TIME,
					(value) -> value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
					(value) -> value.atOffset(ZoneOffset.UTC)),
			JdbcCodec.via(Instant.class, Codecs.DATE_TIME, (value) -> LocalDateTime.ofInstant(value, ZoneOffset.UTC),
					(value) -> value.toInstant(ZoneOffset.UTC)),
			JdbcCodec.via(UUID.class, Codecs.STRING, UUID::toString, UUID::fromString));

	MariaDbDialect() {
		super("MariaDB", '`');
	}

	@Override
	public Ddl ddl() {
		return new MariaDbDdl(this);
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
