package io.dbregistry.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or other thing of a database, with the schema it is fixed
 * to.
 *
 * @param schema the schema, or {@code null} for the one that is current when the name is
 * used (on MySQL and MariaDB a schema is a catalog)
 * @param name the unquoted name, in the letter case it was declared with
 */
public record QualifiedName(@Nullable String schema, String name) {

	public QualifiedName {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of a table or sequence must not be blank");
		}
	}

	/**
	 * A name in the current schema.
	 * @param name the unquoted name
	 * @return the name without a schema
	 */
	public static QualifiedName of(String name) {
		return new QualifiedName(null, name);
	}

	/**
	 * This name with a schema, unless it has one.
	 * @param schema the schema, or {@code null} to leave the current one
	 * @return this name, or a copy with that schema
	 */
	public QualifiedName withDefaultSchema(@Nullable String schema) {
		return (this.schema != null) ? this : new QualifiedName(schema, this.name);
	}

	/**
	 * This name without a schema, if it has the one that is current.
	 * @param schema the current schema, or {@code null} for none
	 * @return this name, or a copy without that schema
	 */
	public QualifiedName withoutSchema(@Nullable String schema) {
		return (schema != null && schema.equals(this.schema)) ? of(this.name) : this;
	}

	/**
	 * The name for people: {@code schema.name}, unquoted.
	 */
	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
