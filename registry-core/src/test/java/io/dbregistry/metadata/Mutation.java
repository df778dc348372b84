package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey.Action;

/**
 * One change of twelve tables that have every type.
 *
 * @param name what changes
 * @param change does it
 * @param renames the changes that the comparison would take for removals and additions
 */
public record Mutation(String name, UnaryOperator<List<Table>> change, List<Change> renames) {

	@Override
	public String toString() {
		return this.name;
	}

	public List<Table> apply(List<Table> tables) {
		return this.change.apply(tables);
	}

	public List<Change> changes(Metadata from, Metadata to) {
		List<Change> changes = new ArrayList<>(this.renames);
		changes.addAll(Metadata.diff(from.apply(this.renames), to));
		return changes;
	}

	public static List<Table> tables(Dialect dialect) {
		List<Table> tables = new ArrayList<>();
		tables.add(new TableSketch("author").id()
			.column("name", ColumnType.varchar(100), false)
			.column("born", ColumnType.of(Kind.DATE), true)
			.unique("uk_author_name", "name")
			.comment("who writes")
			.table());
		tables.add(new TableSketch("publisher").id()
			.column("name", ColumnType.varchar(100), false)
			.column("country", ColumnType.character(2), true)
			.check("ck_publisher_name", "name <> ''")
			.table());
		tables.add(new TableSketch("book").id()
			.column("title", ColumnType.varchar(200), false)
			.column("author_id", ColumnType.of(Kind.BIGINT), false)
			.column("publisher_id", ColumnType.of(Kind.BIGINT), true)
			.column("price", ColumnType.decimal(10, 2), true)
			.column("pages", ColumnType.of(Kind.INTEGER), true)
			.with(new Column("copies", ColumnType.of(Kind.INTEGER), false, false, "0", "on the shelf"))
			.index("ix_book_title", false, "title")
			.foreignKey("fk_book_author", "author_id", "author", Action.NO_ACTION)
			.foreignKey("fk_book_publisher", "publisher_id", "publisher", Action.SET_NULL)
			.table());
		tables.add(new TableSketch("tag").column("code", ColumnType.varchar(20), false)
			.column("label", ColumnType.varchar(50), true)
			.key("code")
			.table());
		tables.add(new TableSketch("book_tag").column("book_id", ColumnType.of(Kind.BIGINT), false)
			.column("tag_code", ColumnType.varchar(20), false)
			.column("rank", ColumnType.of(Kind.SMALLINT), true)
			.key("book_id", "tag_code")
			.foreignKey("fk_book_tag_book", "book_id", "book", Action.CASCADE)
			.foreignKey("fk_book_tag_tag", "tag_code", "tag", "code", Action.NO_ACTION)
			.table());
		tables.add(new TableSketch("numbers").id()
			.column("a_boolean", ColumnType.of(Kind.BOOLEAN), true)
			.column("a_tinyint", ColumnType.of(Kind.TINYINT), true)
			.column("a_smallint", ColumnType.of(Kind.SMALLINT), true)
			.column("a_bigint", ColumnType.of(Kind.BIGINT), true)
			.column("a_real", ColumnType.of(Kind.REAL), true)
			.column("a_double", ColumnType.of(Kind.DOUBLE), true)
			.column("a_decimal", ColumnType.decimal(20, 5), true)
			.table());
		tables.add(new TableSketch("texts").id()
			.column("a_char", ColumnType.character(5), true)
			.column("a_varchar", ColumnType.varchar(50), true)
			.column("a_clob", ColumnType.of(Kind.CLOB), true)
			.column("a_varbinary", ColumnType.varbinary(50), true)
			.column("a_blob", ColumnType.of(Kind.BLOB), true)
			.column("a_uuid", ColumnType.of(Kind.UUID), true)
			.column("a_json", ColumnType.of(Kind.JSON), true)
			.table());
		tables.add(new TableSketch("times").id()
			.column("a_date", ColumnType.of(Kind.DATE), true)
			.column("a_time", ColumnType.time(Kind.TIME, 0), true)
			.column("a_fine_time", ColumnType.time(Kind.TIME, 6), true)
			.column("a_time_tz", ColumnType.time(Kind.TIME_WITH_TIME_ZONE, 3), true)
			.column("a_timestamp", ColumnType.time(Kind.TIMESTAMP, 6), true)
			.column("a_timestamp_tz", ColumnType.time(Kind.TIMESTAMP_WITH_TIME_ZONE, 3), true)
			.table());
		tables.add(new TableSketch("node").id()
			.column("parent_id", ColumnType.of(Kind.BIGINT), true)
			.column("depth", ColumnType.of(Kind.INTEGER), false)
			.index("ix_node", false, "depth", "parent_id")
			.foreignKey("fk_node_parent", "parent_id", "node", Action.CASCADE)
			.check("ck_node_depth", "depth >= 0")
			.table());
		tables.add(new TableSketch("user").id()
			.column("order", ColumnType.of(Kind.INTEGER), true)
			.column("Mixed Case", ColumnType.varchar(10), true)
			.unique("uk_user_order", "order", "Mixed Case")
			.table());
		tables.add(new TableSketch("plain").column("value", ColumnType.varchar(10), true).table());
		TableSketch lists = new TableSketch("lists").id().column("note", ColumnType.varchar(10), true);
		if (dialect.hasArrays()) {
			lists.column("numbers", ColumnType.array(ColumnType.of(Kind.INTEGER)), true);
		}
		tables.add(lists.table());
		return tables;
	}

	public static List<Mutation> all(Dialect dialect) {
		String now = dialect.hasSchemas() ? "current_timestamp(6)" : "current_timestamp";
		List<Mutation> all = new ArrayList<>();
		all.addAll(columns(now));
		all.addAll(types());
		all.addAll(constraints());
		all.addAll(tablesAndNames());
		return all;
	}

	private static List<Mutation> columns(String now) {
		return List.of(
				change("add a column that can be null", "author",
						(table) -> table.column("died", ColumnType.of(Kind.DATE), true)),
				change("add a column with a default", "author",
						(table) -> table
							.with(new Column("rank", ColumnType.of(Kind.INTEGER), false, false, "7", null))),
				change("add a column with a text as default and a remark", "author",
						(table) -> table
							.with(new Column("note", ColumnType.varchar(20), false, false, "'it''s'", "it's \\ so"))),
				change("add a column that counts up", "plain",
						(table) -> table.with(new Column("id", ColumnType.of(Kind.BIGINT), false, true, null, null))
							.key("id")),
				change("add a timestamp with a default", "author",
						(table) -> table
							.with(new Column("at", ColumnType.of(Kind.TIMESTAMP), false, false, now, null))),
				change("add a column of hostile name", "author",
						(table) -> table.column("a, \"b\" `c`; --", ColumnType.of(Kind.DATE), true)),
				change("add a document", "author", (table) -> table.column("extra", ColumnType.of(Kind.JSON), true)),
				change("remove a column", "author", (table) -> table.without("born")),
				change("remove a column with a default and a remark", "book", (table) -> table.without("copies")),
				change("let a column be null", "author",
						(table) -> table.column("name", ColumnType.varchar(100), true)),
				change("let no column be null", "author",
						(table) -> table.column("born", ColumnType.of(Kind.DATE), false)),
				change("give a default", "book",
						(table) -> table
							.with(new Column("pages", ColumnType.of(Kind.INTEGER), true, false, "100", null))),
				change("take a default", "book",
						(table) -> table.with(
								new Column("copies", ColumnType.of(Kind.INTEGER), false, false, null, "on the shelf"))),
				change("change a default", "book",
						(table) -> table.with(
								new Column("copies", ColumnType.of(Kind.INTEGER), false, false, "5", "on the shelf"))),
				change("change a remark", "book",
						(table) -> table
							.with(new Column("copies", ColumnType.of(Kind.INTEGER), false, false, "0", "in stock"))),
				change("take a remark", "book",
						(table) -> table
							.with(new Column("copies", ColumnType.of(Kind.INTEGER), false, false, "0", null))),
				change("give a remark", "book",
						(table) -> table
							.with(new Column("title", ColumnType.varchar(200), false, false, null, "as printed"))),
				change("change all of a column", "book", (table) -> table
					.with(new Column("copies", ColumnType.of(Kind.BIGINT), true, false, "9", "all"))));
	}

	private static List<Mutation> types() {
		return List.of(retype("texts", "a_varchar", ColumnType.varchar(80)),
				retype("texts", "a_varchar", ColumnType.varchar(20)),
				retype("texts", "a_varchar", ColumnType.of(Kind.CLOB)),
				retype("texts", "a_clob", ColumnType.varchar(90)), retype("texts", "a_char", ColumnType.varchar(9)),
				retype("texts", "a_char", ColumnType.character(7)),
				retype("texts", "a_varbinary", ColumnType.of(Kind.BLOB)),
				retype("numbers", "a_smallint", ColumnType.of(Kind.INTEGER)),
				retype("numbers", "a_bigint", ColumnType.of(Kind.INTEGER)),
				retype("numbers", "a_bigint", ColumnType.decimal(19, 0)),
				retype("numbers", "a_decimal", ColumnType.decimal(22, 6)),
				retype("numbers", "a_decimal", ColumnType.of(Kind.DOUBLE)),
				retype("numbers", "a_tinyint", ColumnType.of(Kind.BIGINT)),
				retype("numbers", "a_real", ColumnType.of(Kind.DOUBLE)),
				retype("times", "a_timestamp", ColumnType.time(Kind.TIMESTAMP, 3)),
				retype("times", "a_time", ColumnType.time(Kind.TIME, 3)),
				retype("times", "a_fine_time", ColumnType.time(Kind.TIME, 0)),
				retype("times", "a_timestamp_tz", ColumnType.time(Kind.TIMESTAMP_WITH_TIME_ZONE, 6)),
				retype("times", "a_date", ColumnType.of(Kind.TIMESTAMP)),
				retype("texts", "a_varchar", ColumnType.of(Kind.UUID)));
	}

	private static List<Mutation> constraints() {
		return List.of(
				change("add a unique constraint", "publisher",
						(table) -> table.unique("uk_publisher_name", "name", "country")),
				change("remove a unique constraint", "author", (table) -> table.withoutPart("uk_author_name")),
				change("change a unique constraint", "author",
						(table) -> table.withoutPart("uk_author_name").unique("uk_author_name", "name", "born")),
				change("rename a unique constraint", "author",
						(table) -> table.withoutPart("uk_author_name").unique("uk_other", "name")),
				change("add an index", "book", (table) -> table.index("ix_book_price", false, "price", "pages")),
				change("add an index that descends", "book",
						(table) -> table.index(new Index("ix_book_price", false,
								List.of(new Index.Part("price", true), new Index.Part("pages", false))))),
				change("add a unique index", "book",
						(table) -> table.index("ux_book_title", true, "title", "author_id")),
				change("remove an index", "book", (table) -> table.withoutPart("ix_book_title")),
				change("change an index", "book",
						(table) -> table.withoutPart("ix_book_title").index("ix_book_title", false, "title", "price")),
				change("add a foreign key", "lists",
						(table) -> table.column("author_id", ColumnType.of(Kind.BIGINT), true)
							.foreignKey("fk_lists_author", "author_id", "author", Action.CASCADE)),
				change("remove a foreign key", "book", (table) -> table.withoutPart("fk_book_publisher")),
				change("change what a foreign key does", "book",
						(table) -> table.withoutPart("fk_book_publisher")
							.foreignKey("fk_book_publisher", "publisher_id", "publisher", Action.CASCADE)),
				change("let a foreign key refer to another table", "book",
						(table) -> table.withoutPart("fk_book_publisher")
							.foreignKey("fk_book_publisher", "publisher_id", "node", Action.SET_NULL)),
				change("add a check", "book", (table) -> table.check("ck_book_pages", "pages > 0")),
				change("remove a check", "node", (table) -> table.withoutPart("ck_node_depth")),
				change("change a check", "node",
						(table) -> table.withoutPart("ck_node_depth").check("ck_node_depth", "depth >= 1")),
				change("add a key", "plain",
						(table) -> table.column("value", ColumnType.varchar(10), false).key("value")),
				change("change a key", "book_tag",
						(table) -> table.column("rank", ColumnType.of(Kind.SMALLINT), false)
							.key("book_id", "tag_code", "rank")),
				change("remove a key", "numbers",
						(table) -> table.column("id", ColumnType.of(Kind.BIGINT), false).key()));
	}

	private static List<Mutation> tablesAndNames() {
		return List.of(change("change the remark of a table", "author", (table) -> table.comment("who wrote")),
				change("take the remark of a table", "author", (table) -> table.comment(null)),
				change("give a table a remark", "book", (table) -> table.comment("it's \\ for sale")),
				new Mutation("add a table with everything", (tables) -> {
					tables.add(new TableSketch("review").id()
						.column("book_id", ColumnType.of(Kind.BIGINT), false)
						.column("stars", ColumnType.of(Kind.SMALLINT), false)
						.column("text", ColumnType.of(Kind.CLOB), true)
						.unique("uk_review", "book_id", "stars")
						.index("ix_review", false, "stars")
						.foreignKey("fk_review_book", "book_id", "book", Action.CASCADE)
						.check("ck_review_stars", "stars between 1 and 5")
						.comment("what readers say")
						.table());
					return tables;
				}, List.of()), new Mutation("add tables in a circle", (tables) -> {
					tables.add(new TableSketch("hen").id()
						.column("egg_id", ColumnType.of(Kind.BIGINT), true)
						.foreignKey("fk_hen_egg", "egg_id", "egg", Action.NO_ACTION)
						.table());
					tables.add(new TableSketch("egg").id()
						.column("hen_id", ColumnType.of(Kind.BIGINT), true)
						.foreignKey("fk_egg_hen", "hen_id", "hen", Action.NO_ACTION)
						.table());
					return tables;
				}, List.of()), new Mutation("remove a table", (tables) -> {
					tables.removeIf((table) -> table.name().name().equals("book_tag"));
					return tables;
				}, List.of()), new Mutation("remove a table with arrays", (tables) -> {
					tables.removeIf((table) -> table.name().name().equals("lists"));
					return tables;
				}, List.of()),
				new Mutation("rename a column",
						(tables) -> renamed(tables, new ColumnRenamed(QualifiedName.of("author"), "name", "full_name")),
						List.of(new ColumnRenamed(QualifiedName.of("author"), "name", "full_name"))),
				new Mutation("rename a column with a default and a remark",
						(tables) -> renamed(tables, new ColumnRenamed(QualifiedName.of("book"), "copies", "Stock")),
						List.of(new ColumnRenamed(QualifiedName.of("book"), "copies", "Stock"))),
				new Mutation("rename a key that others refer to",
						(tables) -> renamed(tables, new ColumnRenamed(QualifiedName.of("author"), "id", "code")),
						List.of(new ColumnRenamed(QualifiedName.of("author"), "id", "code"))),
				new Mutation("rename a table that others refer to",
						(tables) -> renamed(tables, new TableRenamed(QualifiedName.of("author"), "writer")),
						List.of(new TableRenamed(QualifiedName.of("author"), "writer"))));
	}

	private static List<Table> renamed(List<Table> tables, Change rename) {
		return List.copyOf(Metadata.of("primary", tables).apply(List.of(rename)).tables());
	}

	private static Mutation retype(String table, String column, ColumnType type) {
		return change("make %s.%s %s".formatted(table, column, type), table,
				(draft) -> draft.column(column, type, true));
	}

	private static Mutation change(String name, String table, Consumer<TableSketch> change) {
		return new Mutation(name, (tables) -> {
			tables.replaceAll((one) -> {
				TableSketch draft = new TableSketch(one);
				if (one.name().name().equals(table)) {
					change.accept(draft);
				}
				return draft.table();
			});
			return tables;
		}, List.of());
	}

}
