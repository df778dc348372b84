package io.dbregistry.model;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a reference.
 *
 * @param type the class of the model referred to, or {@code null} when only its name is
 * given, or none
 * @param name the name of the model referred to, or {@code null} when its class is given
 * @param referencedColumn the column of the target that is said to be its key, or empty
 * @param constraint the name of the foreign key, or empty for a generated one
 * @param constrained whether there is a foreign key
 */
record ReferenceSpec(@Nullable Class<?> type, @Nullable String name, String referencedColumn, String constraint,
		boolean constrained) {

	ReferenceSpec withConstraint(String given) {
		return new ReferenceSpec(this.type, this.name, this.referencedColumn, given, this.constrained);
	}

	/** What was asked for, for messages. */
	String target() {
		if (this.name != null) {
			return this.name;
		}
		return (this.type != null) ? this.type.getSimpleName() : "";
	}

}
