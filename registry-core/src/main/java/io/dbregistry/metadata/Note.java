package io.dbregistry.metadata;

/**
 * Something a database has that the records of this package cannot say, such as an index
 * over an expression or a trigger.
 *
 * @param subject the table, view or sequence concerned
 * @param text what it has, as a sentence that begins with it: {@code has trigger 'audit'}
 */
public record Note(QualifiedName subject, String text) {

	/**
	 * The note for people.
	 */
	@Override
	public String toString() {
		return "'" + this.subject + "' " + this.text;
	}

}
