package io.dbregistry.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.metadata.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * SQLite, which has no schemas.
 */
final class SqliteDialect extends AbstractDialect {

	private static final Codecs CODECS = new Codecs(Codecs.STRING, TextCodecs.all());

	private static final SQLExceptionTranslator EXCEPTION_TRANSLATOR = new SqliteExceptionTranslator();

	SqliteDialect() {
		super("SQLite", '"');
	}

	@Override
	@Nullable String fault(String name) {
		return null;
	}

	@Override
	public boolean isSystemSchema(String schema) {
		return false;
	}

	@Override
	public List<String> schemaContents(Connection connection, String schema) {
		return List.of();
	}

	@Override
	public Catalog catalog() {
		return new SqliteCatalog(this);
	}

	@Override
	public Ddl ddl() {
		return new SqliteDdl(this);
	}

	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		if (columnType.kind() == ColumnType.Kind.DECIMAL && type == BigDecimal.class) {
			return NumericCodecs.decimals(columnType.scale());
		}
		if (columnType.kind() == ColumnType.Kind.DECIMAL && type == BigInteger.class) {
			return NumericCodecs.integers();
		}
		return super.codec(type, columnType);
	}

	@Override
	boolean ignoresCase() {
		return true;
	}

	@Override
	NormalForm normalForm() {
		return new SqliteNormalForm(this);
	}

	@Override
	Codecs codecs() {
		return CODECS;
	}

	@Override
	public SQLExceptionTranslator exceptionTranslator() {
		return EXCEPTION_TRANSLATOR;
	}

	@Override
	String noLimit() {
		return " limit -1";
	}

	@Override
	public boolean hasSchemas() {
		return false;
	}

	@Override
	public boolean hasSizedIntegers() {
		return false;
	}

	@Override
	public boolean hasSequences() {
		return false;
	}

	@Override
	public List<String> sequences(Connection connection, @Nullable String schema) {
		return List.of();
	}

	@Override
	public Map<String, String> driverProperties() {
		return Map.of("foreign_keys", "true");
	}

	@Override
	public Optional<String> findCurrentSchema(Connection connection) {
		return Optional.empty();
	}

	@Override
	public Map<String, String> schemasWith(Connection connection, List<String> names) {
		return Map.of();
	}

	@Override
	public List<String> schemas(Connection connection) {
		return List.of();
	}

}
