package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;

/**
 * A foreign key that is declared as a reference.
 *
 * @param key the foreign key
 * @param target the table it refers to
 * @param readOnly whether other components write its columns
 */
record SourceReference(ForeignKey key, Table target, boolean readOnly) {

	/** The referring column for a column of the target's key. */
	String column(String referenced) {
		return this.key.columns().get(this.key.targetColumns().indexOf(referenced));
	}

	/** The columns of the target's key, in order. */
	List<String> referenced() {
		return SourcePlan.key(this.target);
	}

}
