package io.dbregistry.schema;

import java.util.List;
import java.util.function.Predicate;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.database.OpenHook;
import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Note;
import io.dbregistry.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * Reads what databases have.
 *
 * <pre>{@code
 * Metadata shop = registry.reflection().read("primary", "shop");
 * shop.tables().forEach((table) -> System.out.println(table.name()));
 * shop.notes().forEach(System.out::println);
 * }</pre>
 *
 * A schema is read in a number of round trips that does not depend on the number of its
 * tables; on PostgreSQL it is one. Nothing is kept: each call reads again. Safe for use
 * by several threads.
 */
public interface Reflection {

	/**
	 * The reflection of some databases.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @return the reflection
	 */
	static Reflection of(Databases databases, Models models) {
		return of(databases, models, List.of());
	}

	/**
	 * The reflection of some databases.
	 * @param databases the databases
	 * @param models the models that live in them
	 * @param patterns make further models
	 * @return the reflection
	 */
	static Reflection of(Databases databases, Models models, List<TablePattern> patterns) {
		return new DefaultReflection(databases, models, patterns);
	}

	/**
	 * Reads the default schema of a database.
	 * @param database the name of the database
	 * @return its tables, sequences and notes
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 */
	default Metadata read(String database) {
		return read(database, null);
	}

	/**
	 * Reads a schema of a database.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, or {@code null} for the default one
	 * @return its tables, sequences and notes; nothing when there is no such schema
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 */
	Metadata read(String database, @Nullable String schema);

	/**
	 * Says of declared tables what {@link #read} says of them once they are created, so
	 * that default values and conditions can be compared that are only written in another
	 * way. They are created for a moment, without their foreign keys and where nobody
	 * else sees them: in a transaction of PostgreSQL that is rolled back, in a database
	 * of MariaDB that is dropped afterwards, in a database in memory on H2 and SQLite.
	 * @param declared the tables and sequences
	 * @return the tables in the words of the server, in the schemas that they are
	 * declared in
	 * @throws NoSuchDatabaseException if its name is not known
	 * @throws SchemaException if the database refuses to create them
	 * @throws UnsupportedFeatureException if the product has no such place
	 */
	Metadata tryOut(Metadata declared);

	/**
	 * Models for the tables of a schema, as source text: a public record for each, to be
	 * compiled and given to a registry.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, which the models are fixed to, or
	 * {@code null} for the default one, which they are not
	 * @param packageName the package of the records
	 * @return the sources
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if there is no such schema, or the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 * @throws IllegalArgumentException if no package can have that name
	 */
	default Sources sources(String database, @Nullable String schema, String packageName) {
		return sources(database, schema, packageName, (table) -> true);
	}

	/**
	 * Models for some of the tables of a schema, as source text.
	 * @param database the name of the database
	 * @param schema the exact name of the schema, which the models are fixed to, or
	 * {@code null} for the default one, which they are not
	 * @param packageName the package of the records
	 * @param tables which tables, by their names without schemas
	 * @return the sources
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if there is no such schema, or the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 * @throws IllegalArgumentException if no package can have that name
	 */
	Sources sources(String database, @Nullable String schema, String packageName, Predicate<String> tables);

	/**
	 * Compares the reflected models of a database with its tables, one schema after
	 * another, and gives those models all columns that declare none. That is done when
	 * the registry is opened; this does it again, for models or tables that changed
	 * since. Then all patterns are matched that look there.
	 * @param database the name of the database
	 * @return the columns without a Java type of their own, which are read and written as
	 * text
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws ReflectedModelException if a declared table or column is missing or of
	 * another type; names all of them, and no model changes
	 * @throws SchemaException if the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 */
	default List<Note> refresh(String database) {
		return refresh(List.of(database));
	}

	/**
	 * Does the same in several databases. Patterns are matched when all of them are read:
	 * if a name is taken anywhere, no pattern makes or changes a model in any of them.
	 * @param names the names of the databases
	 * @return the columns without a Java type of their own, which are read and written as
	 * text
	 * @throws NoSuchDatabaseException if a name is not known
	 * @throws ReflectedModelException if a declared table or column is missing or of
	 * another type; names all that are in one database, of which no model changes
	 * @throws PatternException if a pattern names a model as another one is named
	 * @throws SchemaException if a database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of a product is not known
	 */
	List<Note> refresh(List<String> names);

	/**
	 * Matches a pattern again in all of its databases, as a whole: models of new tables
	 * come, those of vanished ones go, those of changed ones change. An optional database
	 * that is down is skipped.
	 * @param pattern the name of the pattern
	 * @return what it found
	 * @throws NoSuchPatternException if the name is not known
	 * @throws PatternException if a name is taken; nothing changes in any database
	 * @throws SchemaException if a database refuses to say
	 */
	PatternReport reflect(String pattern);

	/**
	 * What a pattern found when it was matched last.
	 * @param pattern the name of the pattern
	 * @return what it found, nothing before the registry was opened
	 * @throws NoSuchPatternException if the name is not known
	 */
	PatternReport report(String pattern);

	/**
	 * What is done for models when a database is opened, also by another registry or
	 * after it was down: {@link #refresh}.
	 * @param database the name of the database
	 * @return the work, which is part of opening
	 * @throws NoSuchDatabaseException if the name is not known
	 */
	OpenHook openHook(String database);

	/**
	 * Compares a database with its models. Tables that no model declares are passed over;
	 * so are those of reflected models and tenants. Of sequences only missing ones are
	 * found.
	 * @param database the name of the database
	 * @return the changes that would make of the live tables those that the models
	 * declare, none when nothing differs
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws SchemaException if the database refuses to say
	 * @throws UnsupportedFeatureException if the catalog of the product is not known
	 */
	List<Change> compare(String database);

}
