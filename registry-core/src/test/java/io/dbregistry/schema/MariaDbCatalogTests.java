package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.dialect.Catalog.Contents;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MariaDbCatalogTests extends CatalogContractTests {

	MariaDbCatalogTests() {
		super(TestServer.MARIADB);
	}

	/** A text in double quotes is no name there. */
	@Override
	Table expected(Table table) {
		Table normal = super.expected(table);
		List<Check> checks = normal.checks()
			.stream()
			.map((check) -> new Check(check.name(), check.condition().replace('"', '\'')))
			.toList();
		return new Table(normal.name(), normal.columns(), normal.primaryKey(), normal.uniques(), normal.indexes(),
				normal.foreignKeys(), checks, normal.comment());
	}

	@Test
	void readsTypesOfItsOwn() throws Exception {
		execute("""
				create table t (b boolean, ti tinyint, u bigint unsigned, f float, d double, n decimal(5,2), c char(3),
					v varchar(7), x longtext, m mediumtext, lb longblob, vb varbinary(9), bi binary(4), dt datetime(3),
					d0 datetime, ts timestamp null, tm time(2), y year, j json, uu uuid, e enum('a', 'B, it''s'),
					s set('x', 'y'), g point, bt bit(3))""");
		assertThat(read(TableFilter.all()).tables().get(0).columns()).extracting(Column::type)
			.containsExactly(ColumnType.of(Kind.BOOLEAN), ColumnType.of(Kind.TINYINT),
					ColumnType.verbatim("bigint(20) unsigned"), ColumnType.verbatim("float"),
					ColumnType.of(Kind.DOUBLE), ColumnType.decimal(5, 2), ColumnType.character(3),
					ColumnType.varchar(7), ColumnType.of(Kind.CLOB), ColumnType.verbatim("mediumtext"),
					ColumnType.of(Kind.BLOB), ColumnType.varbinary(9), ColumnType.verbatim("binary(4)"),
					ColumnType.time(Kind.TIMESTAMP, 3), ColumnType.time(Kind.TIMESTAMP, 0),
					ColumnType.verbatim("timestamp"), ColumnType.time(Kind.TIME, 2), ColumnType.verbatim("year(4)"),
					ColumnType.of(Kind.JSON), ColumnType.of(Kind.UUID), ColumnType.verbatim("enum('a','B, it''s')"),
					ColumnType.verbatim("set('x','y')"), ColumnType.verbatim("point"), ColumnType.verbatim("bit(3)"));
	}

	@Test
	void readsSequences() throws Exception {
		execute("create sequence book_seq start with 5 increment by 50");
		execute("create sequence `again;` cycle");
		Contents contents = read(TableFilter.all());
		assertThat(contents.tables()).isEmpty();
		assertThat(contents.sequences()).containsExactly(new Sequence(new QualifiedName(schema(), "again;"), 1, 1),
				new Sequence(new QualifiedName(schema(), "book_seq"), 5, 50));
		assertThat(contents.notes()).singleElement().asString().contains("again;' is a sequence that begins again");
	}

	@Test
	void takesTheIndexOfAForeignKeyForPartOfIt() throws Exception {
		execute("create table a (id int primary key, x int, unique key u (x), unique key ud (x desc))");
		execute("create table b (id int primary key, a int, own int, key ix_own (own),"
				+ " constraint fk_a foreign key (a) references a (id) on delete restrict,"
				+ " constraint fk_own foreign key (own) references a (x) on update no action)");
		List<Table> tables = read(TableFilter.all()).tables();
		assertThat(tables.get(0).uniques()).containsExactly(new UniqueConstraint("u", List.of("x")));
		assertThat(tables.get(0).indexes()).containsExactly(new Index("ud", true, List.of(new Index.Part("x", true))));
		assertThat(tables.get(1).indexes())
			.containsExactly(new Index("ix_own", false, List.of(new Index.Part("own", false))));
		assertThat(tables.get(1).foreignKeys()).extracting(ForeignKey::onDelete, ForeignKey::onUpdate)
			.containsOnly(tuple(Action.NO_ACTION, Action.NO_ACTION));
	}

	@Test
	void readsTargetsInOtherSchemas() throws Exception {
		String other = this.testDatabase.schemaName("other");
		execute("create schema " + other);
		execute("create table " + other + ".t (a int, b int, primary key (b, a))");
		execute("create table t (a int, b int, constraint fk foreign key (b, a) references " + other + ".t (b, a))");
		assertThat(read(TableFilter.all()).tables()).flatExtracting(Table::foreignKeys)
			.containsExactly(new ForeignKey("fk", List.of("b", "a"), new QualifiedName(other, "t"), List.of("b", "a"),
					Action.NO_ACTION, Action.NO_ACTION));
	}

	@Test
	void notesWhatTheRecordsCannotSay() throws Exception {
		execute("create table t (a varchar(20), g int as (1 + 1), i int invisible, u timestamp default"
				+ " current_timestamp on update current_timestamp, c varchar(5) collate ascii_bin, key p (a(3)),"
				+ " fulltext key ft (a)) engine = aria");
		execute("create table h (id int) with system versioning");
		execute("create view v as select 1 as x");
		execute("create trigger tr before insert on t for each row set new.a = 'x'");
		assertThat(read(TableFilter.all()).notes()).extracting((note) -> note.toString().replace(schema() + ".", ""))
			.containsExactlyInAnyOrder("'t' is stored by Aria",
					"'t' computes column 'g' as 1 + 1; it is read as one that is stored",
					"'t' hides column 'i' from select *", "'t' sets column 'u' at each update",
					"'t' compares column 'c' as ascii_bin",
					"'t' has index 'p', which is left out: it is over the beginning of texts",
					"'t' has index 'ft' as FULLTEXT, which is read as a plain one", "'t' has trigger 'tr'",
					"'h' keeps the history of its rows", "'v' is a view, which is not read");
	}

	@Test
	void leavesOutSequencesThatCountByMoreThanTheRecordsSay() throws Exception {
		execute("create sequence far increment by 10000000000");
		execute("create sequence still increment by 0");
		Contents contents = read(TableFilter.all());
		assertThat(contents.sequences()).isEmpty();
		assertThat(contents.notes()).extracting((note) -> note.toString().replace(schema() + ".", ""))
			.containsExactlyInAnyOrder("'far' is a sequence that counts by 10000000000; it is left out",
					"'still' is a sequence that counts by 0; it is left out");
	}

	@Test
	void readsConditionsAsTheyAreDeclared() throws Exception {
		Table table = table("t", new PrimaryKey(null, List.of("id")), List
			.of(Column.of("id", ColumnType.of(Kind.BIGINT), false), Column.of("s", ColumnType.varchar(20), true)));
		table = new Table(table.name(), table.columns(), table.primaryKey(), List.of(), List.of(), List.of(),
				List.of(new Check("ck_1", "s <> 'it''s \\\\'"), new Check("ck_2", "id % 2 = 0")), null);
		create(table);
		Table live = read(TableFilter.all()).tables().get(0);
		assertThat(this.database.dialect().align(expected(table), live)).isEqualTo(live);
		execute("drop table t");
		create(live);
		assertThat(read(TableFilter.all()).tables()).containsExactly(live);
	}

}
