package io.dbregistry.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the table of a model, or the column of a member, was called before, so that a
 * migration renames it and keeps what it holds.
 *
 * <pre>{@code
 * &#64;Model
 * &#64;RenamedFrom("volume")
 * record Book(@Id @GeneratedValue Long id, @RenamedFrom("label") String title) {
 * }
 * }</pre>
 *
 * Stands on the class of a model, on components of records and on fields, also those of
 * mapped superclasses and embedded classes. Where an override gives the column its name,
 * that of the member before is not its own and says nothing.
 * <p>
 * Kept for one release of the application: once every database has the new name, it does
 * nothing and is removed. Not inherited by subclasses; it says nothing of the columns of
 * models whose tables belong to somebody else.
 *
 * @see AttributeDefinition#renamedFrom(String)
 */
@Documented
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

	/**
	 * The name before, as the database has it: it goes through no naming strategy and
	 * gets no prefix.
	 * @return the unquoted name
	 */
	String value();

}
