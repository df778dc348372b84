package io.dbregistry.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A source of numbers, each given out once.
 *
 * @param name the name, with the schema the sequence is fixed to
 * @param start the first number
 * @param increment what each number is greater by than the one before; not 0
 */
public record Sequence(QualifiedName name, long start, int increment) {

	public Sequence {
		if (increment == 0) {
			throw new IllegalArgumentException("The increment of sequence '%s' must not be 0".formatted(name));
		}
	}

	/**
	 * This sequence with a schema, unless it has one.
	 * @param schema the schema, or {@code null} to leave the current one
	 * @return a copy with that schema
	 */
	public Sequence withDefaultSchema(@Nullable String schema) {
		return new Sequence(this.name.withDefaultSchema(schema), this.start, this.increment);
	}

	/**
	 * This sequence without a schema, if it has the current one.
	 * @param schema the current schema, or {@code null} for none
	 * @return this sequence, or a copy without that schema
	 */
	public Sequence withoutSchema(@Nullable String schema) {
		return new Sequence(this.name.withoutSchema(schema), this.start, this.increment);
	}

}
