package io.dbregistry.metadata;

/**
 * A condition that every row of a table meets.
 *
 * @param name the name of the constraint
 * @param condition the condition as SQL, without the enclosing parentheses
 */
public record Check(String name, String condition) implements TablePart {

	@Override
	public String describe() {
		return "Check '%s' that %s".formatted(this.name, this.condition);
	}

}
