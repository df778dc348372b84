package io.dbregistry.dialect;

import java.util.List;

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

	private static final TypeNames TYPES = new TypeNames().with(Kind.REAL, "double")
		.with(Kind.DOUBLE, "double")
		.with(Kind.DECIMAL, "decimal(%2$d, %3$d)")
		.with(Kind.CLOB, "longtext")
		.with(Kind.BLOB, "longblob")
		.with(Kind.TIMESTAMP, "datetime(%2$d)")
		.with(Kind.TIMESTAMP_WITH_TIME_ZONE, "datetime(%2$d)")
		.with(Kind.TIME_WITH_TIME_ZONE, "varchar(24)");

	MariaDbDdl(Dialect dialect) {
		super(dialect, TYPES);
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
	List<String> comments(Table table) {
		return List.of();
	}

	@Override
	List<String> dropForeignKey(Table table, ForeignKey foreignKey) {
		return List.of("alter table " + quote(table) + " drop foreign key if exists " + quote(foreignKey.name()));
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
