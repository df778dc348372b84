package io.dbregistry.model;

import jakarta.persistence.EnumType;
import jakarta.persistence.GenerationType;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of the values of an attribute. Belongs to one definition, which
 * guards it.
 */
final class ValueSpec {

	/** Whether bytes and texts have no bound. */
	boolean large;

	/** Who makes the value of an object that has none, or {@code null} for nobody. */
	@Nullable GenerationType generation;

	/** How the constants of an enum are stored, or {@code null} if nothing is said. */
	@Nullable EnumType enumType;

	/** The class of what converts the values, or {@code null} without one. */
	@Nullable Class<?> converter;

	/** Whether no converter is applied that nobody names. */
	boolean unconverted;

	/** The name of the generator that makes values, or empty. */
	String generator = "";

	/** The sequence that is declared with the attribute, or {@code null}. */
	@Nullable SequenceSpec sequence;

	ValueSpec copy() {
		ValueSpec copy = new ValueSpec();
		copy.large = this.large;
		copy.generation = this.generation;
		copy.enumType = this.enumType;
		copy.converter = this.converter;
		copy.unconverted = this.unconverted;
		copy.generator = this.generator;
		copy.sequence = this.sequence;
		return copy;
	}

}
