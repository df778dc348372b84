package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dbregistry.dialect.Catalog.Contents;
import io.dbregistry.dialect.Ddl;
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
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every product's catalog owes reflection. */
abstract class CatalogContractTests extends SchemaTestBase {

	static final Column ID = new Column("id", ColumnType.of(Kind.BIGINT), false, true, null, null);

	CatalogContractTests(TestServer server) {
		super(server);
	}

	static Table table(String name, PrimaryKey key, List<Column> columns) {
		return new Table(QualifiedName.of(name), columns, key, List.of(), List.of(), List.of(), List.of(), null);
	}

	static final Table AUTHOR = new Table(QualifiedName.of("author"),
			List.of(ID, Column.of("name", ColumnType.varchar(20), false),
					new Column("Mixed Case", ColumnType.of(Kind.INTEGER), true, false, "7", "it's a \\ remark")),
			new PrimaryKey("pk_author", List.of("id")),
			List.of(new UniqueConstraint("uk_author_name", List.of("name", "Mixed Case"))), List.of(), List.of(),
			List.of(new Check("ck_author_2", "\"Mixed Case\" > 0")), "who writes");

	static final Table BOOK = new Table(QualifiedName.of("book_"),
			List.of(Column.of("a", ColumnType.of(Kind.BIGINT), false),
					Column.of("b", ColumnType.of(Kind.BIGINT), false),
					Column.of("author_id", ColumnType.of(Kind.BIGINT), true),
					Column.of("next_a", ColumnType.of(Kind.BIGINT), true),
					Column.of("next_b", ColumnType.of(Kind.BIGINT), true)),
			new PrimaryKey("pk_book", List.of("b", "a")), List.of(),
			List.of(new Index("ix_author", false, List.of(new Index.Part("author_id", false))),
					new Index("ix_next", false,
							List.of(new Index.Part("next_a", false), new Index.Part("next_b", false))),
					new Index("ix_book", false, List.of(new Index.Part("b", true), new Index.Part("a", false)))),
			List.of(new ForeignKey("fk_author", List.of("author_id"), QualifiedName.of("author"), List.of("id"),
					Action.CASCADE, Action.SET_NULL),
					new ForeignKey("fk_next", List.of("next_a", "next_b"), QualifiedName.of("book_"), List.of("b", "a"),
							Action.NO_ACTION, Action.NO_ACTION)),
			List.of(), null);

	@Test
	void readsKeysConstraintsAndIndexes() throws Exception {
		create(AUTHOR, BOOK);
		assertThat(read(TableFilter.all()).tables()).containsExactly(expected(AUTHOR), expected(BOOK));
	}

	@Test
	void readsOnlyWhatIsAskedFor() throws Exception {
		create(AUTHOR, BOOK);
		// an underscore is no wildcard
		execute(sql("create table %s (id int)", "bookx"));
		assertThat(names(TableFilter.named(List.of("book_", "nothing")))).containsExactly("book_");
		assertThat(names(TableFilter.matching((name) -> name.startsWith("book")))).containsExactly("book_", "bookx");
		assertThat(names(TableFilter.named(List.of()))).isEmpty();
		assertThat(read(TableFilter.named(List.of("book_"))).tables()).containsExactly(expected(BOOK));
	}

	@Test
	void readsWhileOthersMakeTablesAndIndexes() throws Exception {
		if (this.server == TestServer.SQLITE) {
			return; // nobody reads its file while it is changed
		}
		execute("create table parent (id int primary key)");
		AtomicBoolean done = new AtomicBoolean();
		CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
			while (!done.get()) {
				execute("create table child (id int primary key, p int references parent (id), c int check (c > 0))");
				execute("create index ix_child on child (c)");
				execute("drop table child");
			}
		});
		try {
			for (int i = 0; i < 200; i++) {
				assertThat(read(TableFilter.all()).tables()).extracting(Table::name)
					.extracting(QualifiedName::name)
					.contains("parent")
					.isSubsetOf("parent", "child");
			}
		}
		finally {
			done.set(true);
			changes.join();
		}
	}

	private List<String> names(TableFilter filter) throws SQLException {
		return read(filter).tables().stream().map((table) -> table.name().name()).toList();
	}

	@Nullable String schema() {
		return schemas().findDefaultName().orElse(null);
	}

	Table expected(Table table) {
		return this.database.dialect().normalForm(table.withDefaultSchema(schema()));
	}

	void create(Table... tables) {
		Ddl ddl = this.database.dialect().ddl();
		ddl.createTables(List.of(tables)).forEach((step) -> execute(step.sql()));
	}

	Contents read(TableFilter filter) throws SQLException {
		try (Connection connection = this.database.connection()) {
			return this.database.dialect().catalog().read(connection, schema(), filter);
		}
	}

}
