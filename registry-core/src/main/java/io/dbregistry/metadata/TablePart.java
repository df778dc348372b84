package io.dbregistry.metadata;

/**
 * What belongs to a table and has a name of its own: a constraint or an index.
 */
public sealed interface TablePart permits UniqueConstraint, Index, ForeignKey, Check {

	/**
	 * What it is called.
	 * @return the name of the constraint or index
	 */
	String name();

	/**
	 * The part for people, at the beginning of a sentence.
	 * @return what it is, its name and what it is about
	 */
	String describe();

}
