package io.dbregistry.dialect;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.PrimaryKey;

/**
 * The changes of H2.
 */
final class H2Alteration extends Alteration {

	H2Alteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	@Override
	String rename(String before, String after) {
		return "alter column " + before + " rename to " + after;
	}

	@Override
	String identify(Column column) {
		return ddl().identity(column);
	}

	@Override
	String dropKey(PrimaryKey key) {
		return "drop primary key";
	}

}
