package io.dbregistry.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record or class whose objects are rows of a table that the registry owns.
 * Everything else about it is said with the annotations of Jakarta Persistence, and what
 * it was called before with {@link RenamedFrom}.
 *
 * <pre>{@code
 * &#64;Model
 * record Book(@Id @GeneratedValue Long id, @Column(length = 200) String title, @ManyToOne Ref<Author> author) {
 * }
 * }</pre>
 *
 * A provider such as Hibernate does not see these types: both live in one application.
 * Not inherited by subclasses; what models have in common is declared in a
 * {@code @MappedSuperclass}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Model {

	/**
	 * The name of the model, unique within a registry.
	 * @return the name, or empty for the simple name of the class
	 */
	String name() default "";

	/**
	 * The database the model lives in.
	 * @return the name of an extra database, or empty for the primary one
	 */
	String database() default "";

	/**
	 * The schema the model is fixed to.
	 * @return the unquoted name, or empty for the schema that is current when the model
	 * is used
	 */
	String schema() default "";

	/**
	 * Whether the table is there already and belongs to somebody else.
	 * @return {@code true} for a table that the registry reads and writes, and never
	 * makes, changes or drops
	 */
	boolean reflected() default false;

	/**
	 * The attributes of a reflected model whose columns may be missing or of another
	 * type.
	 * @return the names of components or fields
	 */
	String[] unchecked() default {};

	/**
	 * Whether each tenant has a table of its own.
	 * @return {@code true} for a table in the schema of each tenant, and none in the
	 * default schema
	 */
	boolean tenant() default false;

	/**
	 * Whether copies of the registry have the model too.
	 * @return {@code false} for a model that stays out of copies
	 */
	boolean copy() default true;

}
