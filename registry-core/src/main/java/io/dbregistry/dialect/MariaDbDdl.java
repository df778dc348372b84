package io.dbregistry.dialect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * The DDL of MariaDB.
 * <p>
 * There is no type with a time zone, and {@code timestamp} ends in 2038: points in time
 * are dates and times at UTC, and a time of day with an offset is a text. Single
 * precision is {@code double} too: a {@code float} is sent with six digits and equal to
 * nothing that is written in decimals.
 */
final class MariaDbDdl extends StandardDdl {

	private static final String UNCHECKED = "set statement foreign_key_checks = 0 for ";

	private static final TypeNames TYPES = new TypeNames().with(Kind.REAL, "double")
		.with(Kind.DOUBLE, "double")
		.with(Kind.DECIMAL, "decimal(%2$d, %3$d)")
		.with(Kind.CLOB, "longtext")
		.with(Kind.BLOB, "longblob")
		.with(Kind.TIMESTAMP, "datetime(%2$d)")
		.with(Kind.TIMESTAMP_WITH_TIME_ZONE, "datetime(%2$d)")
		.with(Kind.TIME_WITH_TIME_ZONE, "varchar(24)");

	private final Dialect dialect;

	MariaDbDdl(Dialect dialect) {
		super(dialect, TYPES);
		this.dialect = dialect;
	}

	/** A backslash begins an escape sequence, unless the session says otherwise. */
	@Override
	String literal(String text) {
		return super.literal(text.replace("\\", "\\\\"));
	}

	/** What it keeps ready would be lost whenever the server stops. */
	@Override
	public String createSequence(Sequence sequence) {
		return super.createSequence(sequence) + " nocache";
	}

	@Override
	String identity(Column column) {
		return type(column.type()) + " auto_increment";
	}

	@Override
	String options(Column column) {
		return (column.comment() != null) ? " comment " + literal(column.comment()) : "";
	}

	/**
	 * A server may still make tables for Latin 1, which cannot store every text, and its
	 * usual collations take 'a', 'A', 'á' and 'a ' for equal, in unique columns too; no
	 * other product does.
	 */
	@Override
	String options(Table table) {
		return " default character set utf8mb4 collate utf8mb4_nopad_bin"
				+ ((table.comment() != null) ? " comment = " + literal(table.comment()) : "");
	}

	@Override
	void requireNames(Table table) {
		refuse(table.name().name(), MariaDbNames.faultOfFile(table.name().name(), ".frm"));
		table.uniques().forEach((unique) -> requireNotPrimary(unique.name()));
		table.indexes().forEach((index) -> requireNotPrimary(index.name()));
		table.foreignKeys().forEach((foreignKey) -> requireNotPrimary(foreignKey.name()));
		table.checks().forEach((check) -> requireNotPrimary(check.name()));
	}

	private void requireNotPrimary(String name) {
		if (name.equalsIgnoreCase("primary")) {
			refuse(name, "it is the name of every primary key; choose another one");
		}
	}

	@Override
	List<List<String>> namesInSchema(Table table) {
		return List.of(foreignKeys(table).stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList());
	}

	@Override
	List<String> comments(Table table) {
		return List.of();
	}

	@Override
	boolean declaresIndexes() {
		return true;
	}

	@Override
	boolean refersForward() {
		return true;
	}

	/** Without the check a table that is referred to may come later, or never. */
	@Override
	String unchecked(String createTable) {
		return UNCHECKED + createTable;
	}

	/** A foreign key without a key at its other end refuses every row from then on. */
	@Override
	List<String> completions(Table table, List<ForeignKey> forward) {
		return forward.isEmpty() ? List.of() : List.of(failing("These foreign keys lead to no key of their type: ", """
				select group_concat(constraint_name separator ', ')
				from information_schema.referential_constraints
				where constraint_schema = %s and table_name = %s
						and unique_constraint_name is null""".formatted(schema(table), literal(table.name().name()))));
	}

	/**
	 * Tables that refer to each other can only be dropped without the check, which would
	 * find those of others that refer to them.
	 */
	@Override
	List<String> drop(List<Table> circle) {
		if (circle.size() == 1) {
			return super.drop(circle);
		}
		String places = circle.stream().map(this::place).collect(Collectors.joining(", "));
		String names = circle.stream().map((table) -> literal(table.name().name())).collect(Collectors.joining(", "));
		return List.of(failing("Others refer to these tables: ", """
				select group_concat(distinct table_name separator ', ')
				from information_schema.key_column_usage
				where (referenced_table_schema, referenced_table_name) in (%1$s)
				and ((table_schema, table_name) not in (%1$s)
				or @@lower_case_table_names = 0 and binary table_name not in (%2$s))""".formatted(places, names)),
				UNCHECKED + "drop table " + list(circle));
	}

	/**
	 * A statement that fails with what a query finds, unless that is nothing. A message
	 * takes 512 characters and is replaced by another error when it has more.
	 */
	private String failing(String message, String query) {
		return """
				begin not atomic
				declare found text default (%s);
				if found is not null then
				set found = left(concat(%s, found), 512);
				signal sqlstate '45000' set message_text = found;
				end if;
				end""".formatted(query, literal(message));
	}

	/** Schema and name as the catalog has them. */
	private String place(Table table) {
		return "(%s, %s)".formatted(schema(table), literal(table.name().name()));
	}

	private String schema(Table table) {
		String schema = table.name().schema();
		return (schema != null) ? literal(schema) : "database()";
	}

	@Override
	List<String> lock(List<Table> circle) {
		return List.of(circle.stream()
			.map((table) -> quote(table) + " write")
			.collect(Collectors.joining(", ", "lock tables ", " wait 1")));
	}

	@Override
	List<String> unlock(List<Table> circle) {
		return List.of("unlock tables");
	}

	@Override
	Alteration alteration() {
		return new MariaDbAlteration(this.dialect, this);
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
