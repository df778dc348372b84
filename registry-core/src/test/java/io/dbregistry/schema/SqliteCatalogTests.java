package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteCatalogTests extends CatalogContractTests {

	SqliteCatalogTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void readsDeclarationsOfOthers() throws Exception {
		execute("""
				CREATE TABLE a (
					-- a comment, with ( and '
					[the key] INTEGER CONSTRAINT "pk;a" PRIMARY KEY, /* another, ) */
					n varchar(20) NOT NULL DEFAULT 'x, (''y' UNIQUE COLLATE BINARY,
					m numeric(5, 2) CHECK (m > 0 AND "m" <> ')') CONSTRAINT `named``one` CHECK (length(n) > (1)),
					d default (1 + (2)),
					CONSTRAINT two UNIQUE ("n" COLLATE nocase DESC, [m]), CHECK (d in (1, 2)))""");
		Table table = read(TableFilter.all()).tables().get(0);
		assertThat(table.primaryKey()).isEqualTo(new PrimaryKey("pk;a", List.of("the key")));
		assertThat(table.columns()).containsExactly(Column.of("the key", ColumnType.of(Kind.INTEGER), false),
				new Column("n", ColumnType.varchar(20), false, false, "'x, (''y'", null),
				Column.of("m", ColumnType.decimal(5, 2), true),
				new Column("d", ColumnType.of(Kind.BLOB), true, false, "(1 + (2))", null));
		assertThat(table.uniques()).containsExactly(new UniqueConstraint("two", List.of("n", "m")),
				new UniqueConstraint("unique_1", List.of("n")));
		assertThat(table.checks()).containsExactly(new Check("check_1", "m > 0 AND \"m\" <> ')'"),
				new Check("check_3", "d in (1, 2)"), new Check("named`one", "length(n) > (1)"));
	}

	@Test
	void readsForeignKeysInTheirOrder() throws Exception {
		execute("create table t (a int, b int, primary key (b, a))");
		execute("create table u (x int references T, y int, z int constraint second references t (a) on delete set null,"
				+ " constraint third foreign key (y, x) references t on update cascade, foreign key (z) references u (y))");
		assertThat(read(TableFilter.named(List.of("U", "t"))).tables().get(1).foreignKeys()).containsExactly(
				key("reference_1", List.of("x"), "T", List.of("b"), Action.NO_ACTION, Action.NO_ACTION),
				key("reference_4", List.of("z"), "u", List.of("y"), Action.NO_ACTION, Action.NO_ACTION),
				key("second", List.of("z"), "t", List.of("a"), Action.SET_NULL, Action.NO_ACTION),
				key("third", List.of("y", "x"), "t", List.of("b", "a"), Action.NO_ACTION, Action.CASCADE));
	}

	private static ForeignKey key(String name, List<String> columns, String target, List<String> targets,
			Action onDelete, Action onUpdate) {
		return new ForeignKey(name, columns, QualifiedName.of(target), targets, onDelete, onUpdate);
	}

	@Test
	void notesWhatTheRecordsCannotSay() throws Exception {
		execute("create table t (a int, g int as (a * 2), b text) strict");
		execute("create table w (id int primary key) without rowid");
		execute("create index part on t (a) where a > 1");
		execute("create index expression on t (a + 1)");
		execute("create index caseless on t (b collate nocase)");
		execute("create view v as select 1 as x");
		execute("create trigger tr after insert on t begin select 1; end");
		execute("create virtual table f using fts5(x)");
		assertThat(read(TableFilter.all()).notes()).extracting(Object::toString)
			.filteredOn((note) -> !note.startsWith("'f_"))
			.containsExactlyInAnyOrder("'t' is declared 'strict'",
					"'t' computes column 'g'; it is read as one that is stored", "'w' is declared 'without rowid'",
					"'t' has index 'part' on a part of the rows, which is left out",
					"'t' has index 'expression' on an expression, which is left out",
					"'t' has index 'caseless' with collation nocase, which is left out",
					"'v' is a view, which is not read", "'t' has trigger 'tr'",
					"'f' is a virtual table, which is not read");
		assertThat(read(TableFilter.all()).tables()).filteredOn((table) -> table.name().name().equals("t"))
			.flatExtracting(Table::indexes)
			.isEmpty();
	}

	@Test
	void hasNoSchemas() {
		assertThatExceptionOfType(SchemasUnsupportedException.class).isThrownBy(() -> {
			try (var connection = this.database.connection()) {
				this.database.dialect().catalog().read(connection, "shop", TableFilter.all());
			}
		});
	}

	@Test
	void readsDefaultsThatCanBeDeclaredAgain() throws Exception {
		execute("create table t (a text default (datetime('now')), b int default -1, c text default 'it''s', "
				+ "d text default current_timestamp, e default x'0f', f real default +1.5e-3, g int default (1 + (2)))");
		Table table = read(TableFilter.all()).tables().get(0);
		execute("drop table t");
		create(table);
		assertThat(read(TableFilter.all()).tables()).containsExactly(table);
		assertThat(table.columns()).extracting(Column::defaultValue)
			.containsExactly("(datetime('now'))", "-1", "'it''s'", "current_timestamp", "x'0f'", "+1.5e-3",
					"(1 + (2))");
	}

}
