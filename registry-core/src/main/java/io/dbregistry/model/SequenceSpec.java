package io.dbregistry.model;

import jakarta.persistence.SequenceGenerator;

/**
 * What is asked for of a sequence.
 *
 * @param generator the name by which attributes ask for it, or empty
 * @param name the name of the sequence, or empty for a generated one
 * @param schema the schema it is fixed to, or empty for that of the model
 * @param start the first key
 * @param size how many keys are taken at once
 */
record SequenceSpec(String generator, String name, String schema, int start, int size) {

	static SequenceSpec of(SequenceGenerator annotation) {
		return new SequenceSpec(annotation.name(), annotation.sequenceName(), annotation.schema(),
				annotation.initialValue(), annotation.allocationSize());
	}

	/** What Jakarta Persistence has for those who say nothing. */
	static SequenceSpec unnamed() {
		return new SequenceSpec("", "", "", 1, 50);
	}

}
