package io.dbregistry.schema;

import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product with schemas owes the tables of models. */
abstract class NamedSchemasContractTests extends SchemaTestBase {

	NamedSchemasContractTests(TestServer server) {
		super(server);
	}

	@Test
	void createsTheSchemaOfTheDatabaseAndLeavesItThere() {
		String schema = this.testDatabase.schemaName("shop");
		Database other = database(schema);
		try (Lease held = other.acquire("test")) {
			Schemas schemas = Schemas.of(Databases.of(Map.of("primary", other)),
					models(SchemasContractTests.Author.class, SchemasContractTests.Book.class));
			schemas.createAll();
			schemas.createAll();
			schemas.validate();
			assertThat(count(schemaOf(schema) + ".book")).isZero();
			assertRefused("select * from book");
			assertThat(schemas.findDefaultName()).contains(schema);
			schemas.dropAll();
			assertRefused("select * from " + schemaOf(schema) + ".book");
			execute("create table " + schemaOf(schema) + ".note (id int)");
		}
	}

	private String schemaOf(String name) {
		return this.database.dialect().quoteSchema(name);
	}

	@Test
	void createsTheSchemasThatTablesAreFixedTo() {
		String shop = this.testDatabase.schemaName("shop");
		String archive = this.testDatabase.schemaName("archive_of");
		Models models = models(SchemasContractTests.Author.class, SchemasContractTests.Book.class);
		Table author = models.get(SchemasContractTests.Author.class).table().withDefaultSchema(shop);
		Table here = models.get(SchemasContractTests.Book.class).table().withDefaultSchema(shop);
		List<Table> tables = List.of(moved(here, archive), author, here);
		new DdlRun(this.database, tables, List.of()).create();
		execute("insert into " + schemaOf(shop) + ".author (name) values ('x')");
		execute("insert into " + schemaOf(archive) + ".book (author_id, title, pages) values (1, 'x', 1)");
		assertRefused("insert into " + schemaOf(archive) + ".book (author_id, title, pages) values (2, 'x', 1)");
		assertThat(new DdlRun(this.database, tables, List.of()).mismatches()).isEmpty();
		new DdlRun(this.database, tables, List.of()).drop();
		assertRefused("select * from " + schemaOf(archive) + ".book");
	}

	@Test
	void refusesTwoTablesOfOneNameInTheSchemaOfTheConnection() {
		Table unfixed = models(SchemasContractTests.Author.class).get(SchemasContractTests.Author.class).table();
		Table fixed = unfixed.withDefaultSchema(schemas().findDefaultName().orElseThrow());
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> new DdlRun(this.database, List.of(fixed, unfixed), List.of()).create())
			.withMessageStartingWith("Tables '%s' and 'author' of database 'primary' are one", fixed.name());
		assertRefused("select * from author");
	}

	private static Table moved(Table table, String schema) {
		return new Table(new QualifiedName(schema, table.name().name()), table.columns(), table.primaryKey(),
				table.uniques(), table.indexes(), table.foreignKeys(), table.checks(), null);
	}

}
