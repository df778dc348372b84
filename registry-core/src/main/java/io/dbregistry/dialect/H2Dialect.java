package io.dbregistry.dialect;

import java.util.Optional;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Types;

import io.dbregistry.metadata.ColumnType;

/**
 * H2 in its regular mode.
 */
final class H2Dialect extends AbstractDialect {

	/** Text would become a JSON string; bytes are taken for a JSON text in UTF-8. */
	private static final Codecs CODECS = new Codecs(
			new JdbcCodec<>(String.class, Types.VARBINARY, (statement, index, value) -> statement.setBytes(index,
					Codecs.wellFormed(value).getBytes(StandardCharsets.UTF_8)), ResultSet::getString));

	/**
	 * Creates the dialect.
	 * @param upperCase {@code false} for a database created with
	 * {@code DATABASE_TO_UPPER=FALSE} or {@code DATABASE_TO_LOWER=TRUE}
	 */
	H2Dialect(boolean upperCase) {
		super("H2", '"', upperCase);
	}

	@Override
	public boolean hasArrays() {
		return true;
	}

	@Override
	public Ddl ddl() {
		return new H2Ddl(this);
	}

	/** The arrays of JDBC lose parts of times on both ways. */
	@Override
	public ValueCodec codec(Class<?> type, ColumnType columnType) {
		ValueCodec codec = super.codec(type, columnType);
		return (codec instanceof ArrayCodec array) ? array.whole() : codec;
	}

	@Override
	public Catalog catalog() {
		return new H2Catalog(this);
	}

	@Override
	NormalForm normalForm() {
		return new NormalForm(this, H2Types.READER);
	}

	@Override
	Codecs codecs() {
		return CODECS;
	}

	/**
	 * A {@code select … from final table (insert …)} is a query to H2: when a foreign key
	 * refuses the row, it is stored all the same.
	 */
	@Override
	public Optional<String> findInsertReturning(String columns) {
		return Optional.empty();
	}

}
