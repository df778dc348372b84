package io.dbregistry.schema;

import java.util.Locale;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

class MariaDbSchemaRemovalTests extends SchemaRemovalContractTests {

	MariaDbSchemaRemovalTests() {
		super(TestServer.MARIADB);
	}

	/** The catalog takes them for one. */
	@Test
	void leavesSchemasAloneWhoseNamesDifferInLetterCaseOnly() {
		String name = this.testDatabase.schemaName("shop");
		String dropped = this.database.dialect().quoteSchema(name);
		String kept = this.database.dialect().quoteSchema(name.toUpperCase(Locale.ROOT));
		for (String schema : new String[] { dropped, kept }) {
			execute("create schema " + schema);
			execute("create table " + schema + ".author (id int primary key)");
		}
		execute("create table note (id int, foreign key (id) references " + kept + ".author (id))");
		execute("create table " + kept + ".note (id int, foreign key (id) references " + dropped + ".author (id))");
		schemas().drop(name, (drop) -> drop.cascade());
		assertRefused("insert into note values (1)");
		execute("insert into " + kept + ".note values (1)");
		schemas().drop(name.toUpperCase(Locale.ROOT), (drop) -> drop.cascade());
	}

}
