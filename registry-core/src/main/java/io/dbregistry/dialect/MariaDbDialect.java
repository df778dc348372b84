package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.dbregistry.metadata.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, whose schemas are catalogs.
 */
final class MariaDbDialect extends AbstractDialect {

	private static final Set<String> SYSTEM_SCHEMAS = Set.of("information_schema", "mysql", "performance_schema",
			"sys");

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
	@Nullable String fault(String name) {
		return MariaDbNames.fault(name);
	}

	@Override
	@Nullable String faultOfSchema(String schema) {
		return MariaDbNames.faultOfFile(schema, "");
	}

	@Override
	public boolean isSystemSchema(String schema) {
		return SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
	}

	/** Each condition stands where the server need not look into all schemas for it. */
	@Override
	public List<String> schemaContents(Connection connection, String schema) throws SQLException {
		return strings(connection, """
				select concat(lower(table_type), ' ', table_name) from information_schema.tables where table_schema = ?
				union all select concat(lower(routine_type), ' ', routine_name) from information_schema.routines
				where routine_schema = ?
				union all select concat('event ', event_name) from information_schema.events where event_schema = ?
				order by 1""", schema, schema, schema);
	}

	/**
	 * A schema whose tables others refer to is dropped only halfway: these foreign keys
	 * go first. The catalog takes names for equal that differ in letter case or accents,
	 * and are those of other schemas.
	 */
	@Override
	public List<String> dropSchema(Connection connection, String schema, boolean cascade) throws SQLException {
		List<String> statements = new ArrayList<>();
		if (cascade) {
			statements.addAll(dropReferences(connection, schema));
		}
		statements.add("drop schema " + quoteSchema(schema));
		return statements;
	}

	private List<String> dropReferences(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("""
				select distinct table_schema, table_name, constraint_name from information_schema.key_column_usage
				where binary referenced_table_schema = ? and binary table_schema <> ?""")) {
			statement.setString(1, schema);
			statement.setString(2, schema);
			try (ResultSet rows = statement.executeQuery()) {
				List<String> statements = new ArrayList<>();
				while (rows.next()) {
					statements.add("alter table %s.%s drop foreign key %s".formatted(quote(rows.getString(1)),
							quote(rows.getString(2)), quote(rows.getString(3))));
				}
				return statements;
			}
		}
	}

	@Override
	public Catalog catalog() {
		return new MariaDbCatalog(this);
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
	boolean ignoresCase() {
		return true;
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

	/** There is no view of them before version 11. */
	@Override
	public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
		String place = (schema != null) ? schema : findCurrentSchema(connection).orElse("");
		return strings(connection,
				"select table_name from information_schema.tables where table_type = 'SEQUENCE' and table_schema = ?",
				place);
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) throws SQLException {
		return strings(connection, "select database()").stream().findFirst();
	}

}
