package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is in tables of SQLite that are made anew. */
class SqliteRebuildTests extends SchemaTestBase {

	private static final QualifiedName AUTHOR = QualifiedName.of("author");

	private static final QualifiedName BOOK = QualifiedName.of("book");

	private static final Check RICH = new Check("ck_name", "name <> ''");

	SqliteRebuildTests() {
		super(TestServer.SQLITE);
	}

	@BeforeEach
	void fill() {
		execute("create table author (id integer primary key autoincrement not null, name varchar(20), "
				+ "best_id bigint, constraint fk_best foreign key (best_id) references book (id))");
		execute("create table book (id integer primary key autoincrement not null, title varchar(20), "
				+ "author_id bigint, before_id bigint, "
				+ "constraint fk_author foreign key (author_id) references author (id) on delete cascade, "
				+ "constraint fk_before foreign key (before_id) references book (id) on delete set null)");
		execute("create index ix_title on book (title)");
		execute("create table page (id integer primary key autoincrement not null, book_id bigint, "
				+ "constraint fk_book foreign key (book_id) references book (id) on delete cascade)");
		execute("insert into author (id, name) values (1, 'Le Guin'), (2, 'Lem'), (7, 'Nobody')");
		execute("delete from author where id = 7");
		execute("insert into book (id, title, author_id, before_id) values (1, 'Solaris', 2, null), (2, 'Eden', 2, 1)");
		execute("insert into page (book_id) values (1), (1), (2)");
		execute("update author set best_id = 1 where id = 2");
	}

	private Metadata live() {
		try (Connection connection = this.database.connection()) {
			return Metadata.of("primary",
					this.database.dialect().catalog().read(connection, null, TableFilter.all()).tables());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void alter(Metadata before, Change... changes) throws SQLException {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			try {
				for (String sql : this.database.dialect().ddl().alter(before, List.of(changes))) {
					statement.execute(sql);
				}
				connection.commit();
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
	}

	private List<String> rows() {
		return this.database.jdbcClient()
			.sql("select a.name || ' ' || coalesce(b.title, '') || ' ' || coalesce(b.before_id, 0) || ' ' "
					+ "|| (select count(*) from page p where p.book_id = b.id) || ' ' || coalesce(a.best_id, 0) "
					+ "from author a left join book b on b.author_id = a.id order by a.id, b.id")
			.query(String.class)
			.list();
	}

	@Test
	void theirRowsAndThoseThatReferToThemStay() throws SQLException {
		List<String> rows = rows();
		assertThat(rows).containsExactly("Le Guin  0 0 0", "Lem Solaris 0 2 1", "Lem Eden 1 1 1");
		Metadata before = live();
		Change change = new PartAdded(AUTHOR, RICH);
		alter(before, change);
		assertThat(rows()).isEqualTo(rows);
		assertThat(Metadata.diff(before, live())).containsExactly(change);
		assertThat(this.database.jdbcClient().sql("pragma foreign_key_check").query().listOfRows()).isEmpty();
		execute("insert into author (name) values ('Strugatzki')");
		assertThat(this.database.jdbcClient().sql("select max(id) from author").query(Long.class).single())
			.as("no key is used twice")
			.isEqualTo(8);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> execute("insert into author (name) values ('')"));
	}

	@Test
	void whatDoesNotFitUndoesAll() {
		Metadata before = live();
		List<String> rows = rows();
		Column born = before.find(AUTHOR).orElseThrow().columns().get(2);
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> alter(before,
				new ColumnChanged(AUTHOR, born, new Column(born.name(), born.type(), false, false, null, null))));
		assertThat(Metadata.diff(before, live())).isEmpty();
		assertThat(rows()).isEqualTo(rows);
	}

	@Test
	void aTableGoesWithTheReferenceToIt() throws SQLException {
		Metadata before = live();
		alter(before, new PartRemoved(AUTHOR, before.find(AUTHOR).orElseThrow().foreignKeys().get(0)),
				new TableRemoved(before.find(QualifiedName.of("page")).orElseThrow()),
				new TableRemoved(before.find(BOOK).orElseThrow()));
		assertThat(live().tables()).singleElement().satisfies((table) -> assertThat(table.foreignKeys()).isEmpty());
		assertThat(count("author")).isEqualTo(2);
	}

	@Test
	void aTableOfOthersThatRefersToThemIsNotTouched() {
		execute("create table others (book_id bigint references book (id) on delete cascade)");
		execute("insert into others values (1)");
		Metadata known = Metadata.of("primary",
				live().tables().stream().filter((table) -> !table.name().name().equals("others")).toList());
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> widen(known))
			.withMessageContaining("a table of others refers to one that is made anew");
		assertThat(count("others")).isOne();
		assertThat(count("book")).isEqualTo(2);
	}

	@Test
	void triggersAndIndexesOfOthersAreNotLost() throws SQLException {
		Metadata known = live();
		execute("create index ix_others on page (book_id) where book_id > 0");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> widen(known))
			.withMessageContaining("a trigger or index of others would be lost");
		execute("drop index ix_others");
		execute("create trigger tr_others after insert on book begin select 1; end");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> widen(known))
			.withMessageContaining("a trigger or index of others would be lost");
		execute("drop trigger tr_others");
		widen(known);
	}

	@Test
	void aViewOfOthersKeepsATableFromBeingMadeAnew() {
		Metadata known = live();
		execute("create view others as select title from book");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> widen(known))
			.withMessageContaining("error in view others");
		assertThat(count("others")).isEqualTo(2);
		assertThat(Metadata.diff(known, live())).isEmpty();
	}

	private void widen(Metadata known) throws SQLException {
		alter(known, new ColumnChanged(BOOK, known.find(BOOK).orElseThrow().columns().get(1),
				Column.of("title", ColumnType.of(Kind.CLOB), true)));
	}

}
