package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every product with schemas owes those who create them. The extra database is H2's.
 */
abstract class SchemaOperationsContractTests extends SchemaOperationsTestBase {

	SchemaOperationsContractTests(TestServer server) {
		super(server);
	}

	@Test
	void createsInThePrimaryOnlyAndWithoutTables() {
		Schemas schemas = both(Author.class, Event.class);
		schemas.create(this.name);
		assertThat(schemas.names()).contains(this.name);
		assertThat(schemas.names("analytics")).containsExactly("PUBLIC");
		assertRefused("select * from " + table("author"));
		schemas.drop(this.name);
		assertThat(schemas.names()).doesNotContain(this.name);
	}

	@Test
	void refusesASchemaThatExists() {
		Schemas schemas = both();
		schemas.create(this.name);
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.create(this.name))
			.withCauseInstanceOf(DataAccessException.class)
			.withMessageStartingWith("Creating schema '%s' in database 'primary' failed at statement 'create schema ",
					this.name)
			.withMessageContaining("exists")
			.withMessageEndingWith("; choose another name, or take what is there with create.ifNotExists()")
			.satisfies((ex) -> assertThat(ex.getCause()).message()
				.startsWith("Creating schema '%s' in database 'primary'; ".formatted(this.name)));
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> schemas.create(this.name, (create) -> create.on("analytics", "primary")))
			.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("primary"));
		assertThat(schemas.names("analytics")).containsExactly("PUBLIC");
		schemas.create(this.name, (create) -> create.ifNotExists().on("analytics", "primary"));
		assertThat(schemas.names("analytics")).contains(this.name);
	}

	@Test
	void createsTheTablesOfEachDatabasesModels() {
		Schemas schemas = both(Book.class, Author.class, Country.class, Event.class);
		schemas.create(this.name, (create) -> create.withModels().on("primary", "analytics"));
		execute("insert into " + table("author") + " (name) values ('x')");
		execute("insert into " + table("book") + " (author_id) values (1)");
		assertRefused("insert into " + table("book") + " (author_id) values (2)");
		assertRefused("select * from " + table("country"));
		assertRefused("select * from author");
		assertThat(this.analytics.jdbcClient()
			.sql("select count(*) from \"" + this.name + "\".event")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void keepsTheTablesOfTenantsOutOfTheDefaultSchema() {
		Schemas schemas = both(Order.class, Author.class);
		schemas.createAll();
		assertRefused(sql("select * from %s", "order"));
		schemas.create(this.name, (create) -> create.withTenantModels());
		assertThat(count(table(sql("%s", "order")))).isZero();
		assertRefused("select * from " + table("author"));
		String standard = schemas.findDefaultName().orElseThrow();
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> schemas.create(standard, (create) -> create.ifNotExists().withTenantModels()))
			.withMessageStartingWith("Schema '%s' of database 'primary' gets no tables of tenants", standard);
		schemas.create(standard, (create) -> create.ifNotExists().withModels());
		assertRefused(sql("select * from %s", "order"));
	}

	@Test
	void makesTheTablesOfTheirRelationsWithThoseOfTenants() {
		Schemas schemas = both(Order.class, Basket.class);
		schemas.createAll();
		assertRefused("select * from basket_orders");
		schemas.create(this.name, (create) -> create.withTenantModels());
		assertThat(count(table("basket_orders"))).isZero();
	}

	@Test
	void completesASchemaThatExists() {
		Schemas schemas = both(Book.class, Author.class);
		schemas.create(this.name);
		schemas.create(this.name, (create) -> create.ifNotExists().withModels());
		execute("insert into " + table("author") + " (name) values ('x')");
		schemas.create(this.name, (create) -> create.ifNotExists().withModels());
		assertThat(count(table("author"))).isOne();
	}

	@Test
	void knowsAllDatabasesBeforeItBegins() {
		Schemas schemas = both();
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> schemas.create(this.name, (create) -> create.on("primary", "analytcs")));
		assertThat(schemas.names()).doesNotContain(this.name);
		schemas.create(this.name);
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> schemas.drop(this.name, (drop) -> drop.on("primary", "analytcs")));
		assertThat(schemas.names()).contains(this.name);
	}

	@Test
	void leavesNothingBehindWhenTablesFail() {
		for (Consumer<SchemaCreation> options : options("primary")) {
			Schemas schemas = both(Author.class, BrokenHere.class);
			assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.create(this.name, options))
				.withMessageContaining("nonsense");
			assertThat(schemas.names()).doesNotContain(this.name);
		}
	}

	@Test
	void leavesNothingBehindWhenAnotherDatabaseFails() {
		for (Consumer<SchemaCreation> options : options("primary", "analytics")) {
			Schemas schemas = both(Author.class, Book.class, Event.class, Broken.class);
			assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.create(this.name, options))
				.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("analytics"))
				.withMessageContaining("nonsense");
			assertThat(schemas.names()).doesNotContain(this.name);
			assertThat(schemas.names("analytics")).containsExactly("PUBLIC");
		}
	}

	private static List<Consumer<SchemaCreation>> options(String database, String... more) {
		return List.of((create) -> create.withModels().on(database, more),
				(create) -> create.withModels().ifNotExists().on(database, more));
	}

	@Test
	void undoesOnlyWhatItMade() {
		Schemas schemas = both(Author.class, Book.class, Broken.class);
		schemas.create(this.name);
		execute("create table " + table("author") + " (id bigint primary key)");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.create(this.name,
				(create) -> create.withModels().ifNotExists().on("primary", "analytics")));
		assertThat(count(table("author"))).isZero();
		assertRefused("select * from " + table("book"));
	}

	@Test
	void saysWhatCouldNotBeUndone() {
		Database second = Database.adopt("analytics", new FailingAtTheThird(() -> {
			execute("create table " + table("note") + " (id int)");
			throw new SQLException("the server is gone");
		}), DatabaseSettings.builder().build());
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> with(second, Author.class).create(this.name,
					(create) -> create.withModels().on("primary", "analytics")))
			.withMessageContaining("the server is gone")
			.withMessageContaining("; what was made for schema '%1$s' could not be undone: "
					+ "Schema '%1$s' of database 'primary' is not empty: it has '", this.name);
		assertThat(count(table("note"))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\"; drop table users; --", "x`; drop table users; --", "it's \\ ;", " Mixed Case",
			"select", "%_", "名前", "{fn now()}?" })
	void takesAnyNameForExactlyThatName(String prefix) {
		String schema = this.testDatabase.schemaName(prefix);
		execute("create table users (id int)");
		Schemas schemas = both(Author.class);
		schemas.create(schema, (create) -> create.withModels());
		assertThat(schemas.names()).contains(schema);
		assertThat(schemas.tree().databases().get(0).schemas()).anySatisfy((found) -> {
			assertThat(found.name()).isEqualTo(schema);
			assertThat(found.tables()).containsExactly(this.database.dialect().stored("author"));
		});
		schemas.drop(schema, (drop) -> drop.cascade());
		assertThat(schemas.names()).doesNotContain(schema);
		assertThat(count("users")).isZero();
	}

	@Test
	void refusesNamesBeyondTheLimit() {
		int limit = switch (this.server) {
			case POSTGRESQL -> 63;
			case MARIADB -> 64;
			default -> 256;
		};
		String longest = (this.testDatabase.schemaName("long") + "x".repeat(limit)).substring(0, limit);
		Schemas schemas = both();
		schemas.create(longest);
		assertThat(schemas.names()).contains(longest);
		for (String refused : List.of(longest + "y", "", "a\0b", "\ud83d")) {
			assertThatExceptionOfType(UnsupportedNameException.class).isThrownBy(() -> schemas.create(refused))
				.satisfies((ex) -> assertThat(ex.getName()).isEqualTo(refused))
				.withMessageStartingWith("Name '%s' cannot be used in %s: ", refused, this.server.productName());
			assertThatExceptionOfType(UnsupportedNameException.class)
				.isThrownBy(() -> schemas.create(refused, (create) -> create.ifNotExists()));
			assertThatExceptionOfType(UnsupportedNameException.class)
				.isThrownBy(() -> schemas.drop(refused, (drop) -> drop.ifExists().cascade()));
		}
		assertThat(schemas.names()).contains(longest);
		schemas.drop(longest);
	}

	@Test
	void keepsWhatItDoesWhenATransactionIsUndone() {
		Schemas schemas = both(Author.class);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.database.transaction(() -> {
			schemas.create(this.name, (create) -> create.withModels());
			throw new IllegalStateException("undo");
		}));
		assertThat(count(table("author"))).isZero();
	}

	@Test
	void keepsWhatItDoesInRollbackMode() {
		Database undone = Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username())
					.password(this.testDatabase.password())
					.rollback(true));
		try (Lease held = undone.acquire("test")) {
			Schemas.of(Databases.of(Map.of("primary", undone)), models(Author.class))
				.create(this.name, (create) -> create.withModels());
		}
		assertThat(count(table("author"))).isZero();
	}

	@Test
	void showsDatabasesAndSchemasAndTables() {
		Schemas schemas = both(Author.class, Book.class, Event.class);
		schemas.create(this.name, (create) -> create.withModels());
		schemas.createAll("analytics");
		execute("create view " + table("one") + " as select 1 as x");
		SchemaTree tree = schemas.tree();
		assertThat(tree.databases()).extracting(SchemaTree.InDatabase::name).containsExactly("primary", "analytics");
		assertThat(tree.databases().get(1)).isEqualTo(new SchemaTree.InDatabase("analytics",
				List.of(new SchemaTree.InSchema("PUBLIC", List.of("EVENT"))), null));
		List<String> stored = List.of(this.database.dialect().stored("author"), this.database.dialect().stored("book"));
		assertThat(tree.databases().get(0).schemas()).contains(new SchemaTree.InSchema(this.name, stored))
			.extracting(SchemaTree.InSchema::name)
			.isSorted()
			.contains(schemas.findDefaultName().orElseThrow())
			.doesNotContain("information_schema", "INFORMATION_SCHEMA", "pg_catalog", "mysql");
	}

	/** H2, until a third connection is asked for. */
	private final class FailingAtTheThird extends AbstractDataSource {

		private final Failure failure;

		private int connections;

		FailingAtTheThird(Failure failure) {
			this.failure = failure;
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (++this.connections == 3) {
				this.failure.happen();
			}
			return SchemaOperationsContractTests.this.analytics.connection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

	/** What happens at last. */
	@FunctionalInterface
	private interface Failure {

		void happen() throws SQLException;

	}

}
