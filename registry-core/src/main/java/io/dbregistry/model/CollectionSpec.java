package io.dbregistry.model;

import java.util.List;

import io.dbregistry.model.TableSpec.IndexSpec;
import io.dbregistry.model.TableSpec.UniqueSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a collection, or of the inverse side of a one-to-one relation.
 *
 * @param element the class of the elements
 * @param mappedBy the attribute of the elements that refers to the owner, or of a
 * many-to-many relation the collection on the other side; empty for the side that has the
 * join table
 * @param join the join table of a many-to-many relation, or {@code null} when the
 * elements refer to the owner themselves
 * @param order the order of the elements, as a query takes it
 */
record CollectionSpec(Class<?> element, String mappedBy, @Nullable JoinTableSpec join, List<String> order) {

	CollectionSpec {
		order = List.copyOf(order);
	}

	/** Whether the join model of the relation is made for this side. */
	boolean ownsJoin() {
		return this.join != null && this.mappedBy.isEmpty();
	}

	/**
	 * A join table that is asked for.
	 *
	 * @param table its name, or empty for a generated one
	 * @param schema the schema it is fixed to, or empty for that of the owner
	 * @param owner what is said of the reference to the owner
	 * @param element what is said of the reference to the element
	 * @param uniques its unique constraints
	 * @param indexes its indexes
	 */
	record JoinTableSpec(String table, String schema, ReferenceSpec owner, ReferenceSpec element,
			List<UniqueSpec> uniques, List<IndexSpec> indexes) {

		static final JoinTableSpec GENERATED = new JoinTableSpec("", "", ReferenceSpec.to(null), ReferenceSpec.to(null),
				List.of(), List.of());

	}

}
