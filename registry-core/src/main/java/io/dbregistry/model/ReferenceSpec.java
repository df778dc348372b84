package io.dbregistry.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a reference.
 *
 * @param type the class of the model referred to, or {@code null} when only its name is
 * given, or none
 * @param name the name of the model referred to, or {@code null} when its class is given
 * @param joins what is said of its columns, in any order; empty when nothing is
 * @param constraint the name of the foreign key, or empty for a generated one
 * @param constrained whether there is a foreign key
 */
record ReferenceSpec(@Nullable Class<?> type, @Nullable String name, List<JoinSpec> joins, String constraint,
		boolean constrained) {

	ReferenceSpec {
		joins = List.copyOf(joins);
	}

	/** A reference of which nothing is said but where it leads. */
	static ReferenceSpec to(@Nullable Class<?> type) {
		return new ReferenceSpec(type, null, List.of(), "", true);
	}

	/** What was asked for, for messages. */
	String target() {
		if (this.name != null) {
			return this.name;
		}
		return (this.type != null) ? this.type.getSimpleName() : "";
	}

	/**
	 * What is said of one column.
	 *
	 * @param referenced the column of the target's key, or empty
	 * @param column the column; of a reference with one column that of the attribute
	 * counts
	 */
	record JoinSpec(String referenced, ColumnSpec column) {

	}

}
