package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What one database product does in its own way.
 * <p>
 * A dialect is found from a live connection, never from a URL, so that proxies and
 * replaced test databases get the right one. Dialects hold no state and are safe for use
 * by several threads.
 */
public interface Dialect {

	/**
	 * Finds the dialect of the product at the other end of a connection: one that a
	 * {@link DialectProvider} brings, else one of the registry's own.
	 * @param connection an open connection
	 * @return the dialect
	 * @throws SQLException if the product cannot be asked for its name
	 * @throws UnsupportedProductException if no dialect knows the product
	 */
	static Dialect from(Connection connection) throws SQLException {
		return Dialects.find(connection.getMetaData());
	}

	/**
	 * The registry's own dialect of a product, where no connection is at hand.
	 * @param product the product's name as its driver reports it
	 * @return the dialect
	 * @throws UnsupportedProductException if the registry has none for the product
	 */
	static Dialect named(String product) {
		return Dialects.named(product);
	}

	/**
	 * The product's name as its driver reports it.
	 * @return for example {@code PostgreSQL}
	 */
	String product();

	/**
	 * Quotes the name of a table, column, constraint or index. Every such name in
	 * generated SQL goes through this method.
	 * <p>
	 * A plain name, of lower-case letters, digits and underscores, stands for what the
	 * product makes of it without quotes, so that hand-written SQL and changelogs mean
	 * the same table: {@code book} is {@code BOOK} in H2. Any other text stands for
	 * exactly that name.
	 * @param identifier the unquoted name
	 * @return the quoted name
	 * @throws UnsupportedNameException if the product cannot store the name exactly
	 */
	String quote(String identifier);

	/**
	 * Quotes the name of a schema, which is always taken exactly, as
	 * {@link Connection#setSchema} does.
	 * @param schema the unquoted name
	 * @return the quoted name
	 * @throws UnsupportedNameException if the product cannot store the name exactly
	 */
	String quoteSchema(String schema);

	/**
	 * Quotes the name of a table or sequence together with its schema.
	 * @param name the name
	 * @return the quoted name, qualified when the name has a schema
	 * @throws UnsupportedNameException if the product cannot store a part exactly
	 */
	default String quote(QualifiedName name) {
		String schema = name.schema();
		return ((schema != null) ? quoteSchema(schema) + "." : "") + quote(name.name());
	}

	/**
	 * The name that {@link #quote(String)} stands for, as the product stores and reports
	 * it.
	 * @param identifier the unquoted name
	 * @return {@code BOOK} for {@code book} in H2
	 */
	String stored(String identifier);

	/**
	 * The name to declare for one that the product reports: the reverse of
	 * {@link #stored(String)}.
	 * @param stored the name as the product stores it
	 * @return {@code book} for {@code BOOK} in H2
	 */
	String declared(String stored);

	/**
	 * The one of several declared names that stand for the same.
	 * @param identifier the unquoted name
	 * @return {@code book} for {@code BOOK} in H2
	 */
	default String normalName(String identifier) {
		return declared(stored(identifier));
	}

	/**
	 * Whether the product has schemas (on MySQL and MariaDB: catalogs).
	 * @return {@code false} for SQLite
	 */
	boolean hasSchemas();

	/**
	 * Makes sure that the product has schemas.
	 * @param schema the schema that is asked for
	 * @throws SchemasUnsupportedException if the product has none
	 */
	default void requireSchemas(String schema) {
		if (!hasSchemas()) {
			throw new SchemasUnsupportedException(product(), schema);
		}
	}

	/**
	 * Whether JDBC calls the product's schemas catalogs.
	 * @return {@code true} for MariaDB
	 */
	default boolean schemasAreCatalogs() {
		return false;
	}

	/**
	 * What a pool made by the registry tells the driver, unless the application does.
	 * @return properties of the driver: SQLite checks foreign keys only on request
	 */
	default Map<String, String> driverProperties() {
		return Map.of();
	}

	/**
	 * Whether a statement that fails makes the rest of its transaction fail too.
	 * @return {@code true} for PostgreSQL
	 */
	default boolean failureEndsTransaction() {
		return false;
	}

	/**
	 * The schema in which unqualified names of this connection are found.
	 * @param connection an open connection
	 * @return the schema, or empty where there is none
	 * @throws SQLException if the server refuses to say
	 */
	Optional<String> findCurrentSchema(Connection connection) throws SQLException;

	/**
	 * The names of all schemas, those of the system included.
	 * @param connection an open connection
	 * @return the names in alphabetical order, none where the product has no schemas
	 * @throws SQLException if the server refuses to say
	 */
	List<String> schemas(Connection connection) throws SQLException;

	/**
	 * The schemas that have a table of some name.
	 * @param connection an open connection
	 * @param names the names as the product stores them, the one to take first where a
	 * schema has several
	 * @return the name of the table by that of the schema
	 * @throws SQLException if the server refuses to say
	 */
	Map<String, String> schemasWith(Connection connection, List<String> names) throws SQLException;

	/**
	 * Whether a schema belongs to the product itself, as {@code information_schema} does.
	 * @param schema the unquoted name, in any letter case
	 * @return {@code true} for schemas that lists leave out and nobody should drop
	 */
	boolean isSystemSchema(String schema);

	/**
	 * Whether every database of the product has a schema from the beginning: a system
	 * schema, or {@code public} on PostgreSQL.
	 * @param schema the unquoted name, in any letter case
	 * @return {@code true} for schemas that nobody should drop
	 */
	default boolean isBuiltInSchema(String schema) {
		return isSystemSchema(schema);
	}

	/**
	 * What is in a schema: tables, views, sequences, routines and the rest.
	 * @param connection an open connection
	 * @param schema the exact name of the schema
	 * @return for example {@code table book}, in the product's words; nothing when there
	 * is no such schema
	 * @throws SQLException if the server refuses to say
	 */
	List<String> schemaContents(Connection connection, String schema) throws SQLException;

	/**
	 * The statement that creates a schema, failing when there is one of that name.
	 * @param schema the unquoted name
	 * @return the statement
	 * @throws SchemasUnsupportedException if the product has no schemas
	 * @throws UnsupportedNameException if no new schema can have that name
	 */
	String createSchema(String schema);

	/**
	 * The statement that creates a schema unless there is one of that name.
	 * @param schema the unquoted name
	 * @return the statement, which asks for no right to create when there is one
	 * @throws SchemasUnsupportedException if the product has no schemas
	 * @throws UnsupportedNameException if no new schema can have that name
	 */
	default String createSchemaIfMissing(String schema) {
		return createSchema(schema).replaceFirst("create schema", "create schema if not exists");
	}

	/**
	 * The statements that drop a schema, failing when there is none of that name.
	 * @param connection an open connection
	 * @param schema the exact name of the schema
	 * @param cascade whether what is in it goes too, and the foreign keys of other
	 * schemas that refer to it. A product that knows no drop without it, MariaDB, drops
	 * all in any case: ask for {@link #schemaContents} first
	 * @return the statements in the order to run them
	 * @throws SQLException if the server refuses to say what is to be dropped
	 * @throws SchemasUnsupportedException if the product has no schemas
	 */
	List<String> dropSchema(Connection connection, String schema, boolean cascade) throws SQLException;

	/**
	 * Whether columns of whole numbers differ in size.
	 * @return {@code false} for SQLite, where each takes 64 bits
	 */
	default boolean hasSizedIntegers() {
		return true;
	}

	/**
	 * Whether the product has sequences.
	 * @return {@code false} for SQLite
	 */
	default boolean hasSequences() {
		return true;
	}

	/**
	 * Makes sure that the product has sequences.
	 * @param user what needs one, for the message
	 * @throws UnsupportedFeatureException if the product has none
	 */
	default void requireSequences(String user) {
		if (!hasSequences()) {
			throw new UnsupportedFeatureException(product(), "sequences", user,
					"let the database count up: @GeneratedValue(strategy = GenerationType.IDENTITY)");
		}
	}

	/**
	 * Whether columns can hold arrays.
	 * @return {@code true} for PostgreSQL and H2
	 */
	default boolean hasArrays() {
		return false;
	}

	/**
	 * Makes sure that columns can hold arrays.
	 * @param user what needs one, for the message
	 * @throws UnsupportedFeatureException if they cannot
	 */
	default void requireArrays(String user) {
		if (!hasArrays()) {
			throw new UnsupportedFeatureException(product(), "arrays", user,
					"declare it as a List with @Column(columnDefinition = \"json\")");
		}
	}

	/**
	 * The sequences of a schema.
	 * @param connection an open connection
	 * @param schema the schema, or {@code null} for the one that is current
	 * @return their names as the product stores them
	 * @throws SQLException if the server refuses to say
	 */
	List<String> sequences(Connection connection, @Nullable String schema) throws SQLException;

	/**
	 * The query for the next number of a sequence.
	 * @param sequence its name
	 * @return a query with one row of one number
	 * @throws UnsupportedFeatureException if the product has no sequences
	 */
	default String nextValue(QualifiedName sequence) {
		requireSequences("sequence '%s'".formatted(sequence));
		return "select next value for " + quote(sequence);
	}

	/**
	 * The statements that make and drop tables and sequences.
	 * @return the product's DDL
	 */
	Ddl ddl();

	/**
	 * Reads what a schema has.
	 * @return the product's catalog
	 * @throws UnsupportedFeatureException if the product's catalog is not known
	 */
	default Catalog catalog() {
		throw new UnsupportedFeatureException(product(), "catalog that could be read", "reflection",
				"declare the models by hand");
	}

	/**
	 * A declared table as the catalog reports it once it is created: with one name for
	 * each of several that mean the same, types as the product knows them, and keys,
	 * constraints and indexes in the order of their names. Conditions and default values
	 * stay as they are written.
	 * @param table the table
	 * @return its normal form, which is its own normal form
	 */
	Table normalForm(Table table);

	/**
	 * A declared table in the words of the live one wherever both mean the same, so that
	 * what is still different is different indeed: the letter case of names where the
	 * product ignores it, and default values and conditions that the server stores in its
	 * own words.
	 * @param declared the normal form of the declared table
	 * @param live the table of that name as the catalog reports it
	 * @return the declared table, under the name of the live one
	 */
	Table align(Table declared, Table live);

	/**
	 * How values of a Java type are bound to and read from a column.
	 * @param type the type of the values, primitive or not; constants of enums are stored
	 * as their names or positions, whose codec is asked for
	 * @param columnType the type of the column
	 * @return the codec
	 * @throws UnsupportedTypeException if the product cannot store such values
	 */
	ValueCodec codec(Class<?> type, ColumnType columnType);

	/**
	 * The end of a query that leaves rows out: with a parameter for the greatest number
	 * of rows, then one for the number of rows to pass over.
	 * @param limited whether there is a greatest number
	 * @param skipping whether rows are passed over
	 * @return the clause with a space in front, or an empty text when all rows are wanted
	 */
	String page(boolean limited, boolean skipping);

	/**
	 * What makes an insert answer with columns of the row it stored, in the same round
	 * trip and as a result of one row.
	 * @param columns the quoted names of the columns, separated by commas
	 * @return what stands behind the insert, or empty where the keys that JDBC returns do
	 * it
	 */
	Optional<String> findInsertReturning(String columns);

	/**
	 * What stands after the table's name in an insert that gives no column a value.
	 * @return the clause with a space in front
	 */
	String emptyInsert();

	/**
	 * Makes Spring's exceptions of the driver's.
	 * @return the translator, safe for use by several threads
	 */
	SQLExceptionTranslator exceptionTranslator();

}
