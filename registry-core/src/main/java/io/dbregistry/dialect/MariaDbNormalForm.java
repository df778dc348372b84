package io.dbregistry.dialect;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.Table;
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
		.replace(Kind.TIME_WITH_TIME_ZONE, ColumnType.varchar(24))
		.replace(Kind.TIMESTAMP_WITH_TIME_ZONE, ColumnType.of(Kind.TIMESTAMP));

	MariaDbNormalForm(Dialect dialect) {
		super(dialect, TYPES);
	}

	@Override
	@Nullable String keyName(PrimaryKey key, Table table) {
		return null;
	}

	/** Nothing tells a unique index from a unique constraint. */
	@Override
	boolean isConstraint(Index index) {
		return index.unique() && index.columns().stream().noneMatch(Index.Part::descending);
	}

	/** Both refuse at once, and the catalog has either word for what was not declared. */
	@Override
	Action action(Action action) {
		return same(action);
	}

	static Action same(Action action) {
		return (action == Action.RESTRICT) ? Action.NO_ACTION : action;
	}

}
