package io.dbregistry.dialect;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of MariaDB, which has no names for primary keys.
 */
final class MariaDbNormalForm extends NormalForm {

	static final TypeReader TYPES = new TypeReader(0, 0).with("double", Kind.DOUBLE)
		.with("longtext", Kind.CLOB)
		.with("longblob", Kind.BLOB)
		.with("datetime", Kind.TIMESTAMP)
		.with("tinyint(1)", ColumnType.of(Kind.BOOLEAN))
		.without("timestamp")
		.replace(Kind.REAL, ColumnType.of(Kind.DOUBLE))
		.replace(Kind.TIMESTAMP_WITH_TIME_ZONE, ColumnType.of(Kind.TIMESTAMP));

	MariaDbNormalForm(Dialect dialect) {
		super(dialect, TYPES);
	}

	@Override
	@Nullable String keyName(@Nullable String name) {
		return null;
	}

}
