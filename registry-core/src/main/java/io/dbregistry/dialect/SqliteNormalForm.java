package io.dbregistry.dialect;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of SQLite, which stores no remarks and many types as text.
 */
final class SqliteNormalForm extends NormalForm {

	private static final ColumnType TEXT = ColumnType.of(Kind.CLOB);

	static final TypeReader TYPES = new TypeReader(6, 6).with("text", Kind.CLOB)
		.with("blob", Kind.BLOB)
		.replace(Kind.VARBINARY, ColumnType.of(Kind.BLOB))
		.replace(Kind.DATE, TEXT)
		.replace(Kind.TIME, TEXT)
		.replace(Kind.TIME_WITH_TIME_ZONE, TEXT)
		.replace(Kind.TIMESTAMP, TEXT)
		.replace(Kind.TIMESTAMP_WITH_TIME_ZONE, TEXT)
		.replace(Kind.UUID, TEXT)
		.replace(Kind.JSON, TEXT);

	SqliteNormalForm(Dialect dialect) {
		super(dialect, TYPES);
	}

	/** A counted column is an {@code integer}, whatever was declared. */
	@Override
	Column column(Column column) {
		return column.identity() ? new Column(column.name(), ColumnType.of(Kind.INTEGER), false, true, null, null)
				: column;
	}

	@Override
	@Nullable String comment(@Nullable String comment) {
		return null;
	}

	/** A counted column is the key by its own declaration, which has no name. */
	@Override
	@Nullable String keyName(PrimaryKey key, Table table) {
		return table.columns().stream().anyMatch(Column::identity) ? null : super.keyName(key, table);
	}

}
