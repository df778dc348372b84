package io.dbregistry.dialect;

import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;

/**
 * The DDL of H2.
 */
final class H2Ddl extends StandardDdl {

	private final Dialect dialect;

	H2Ddl(Dialect dialect) {
		super(dialect, new TypeNames());
		this.dialect = dialect;
	}

	/**
	 * An index without a schema would be made in the current one, which must not differ.
	 */
	@Override
	String indexName(Table table, Index index) {
		return this.dialect.quote(new QualifiedName(table.name().schema(), index.name()));
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
