package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteSchemasTests extends SchemasContractTests {

	SqliteSchemasTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void refusesASchemaWhereThereIsNone() {
		Table table = models(Author.class).get(Author.class).table().withDefaultSchema("shop");
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> new DdlRun(this.database, List.of(table), List.of()).create())
			.withMessageStartingWith("Creating the tables of database 'primary' failed: SQLite has no schemas")
			.withCauseInstanceOf(SchemasUnsupportedException.class);
	}

	/** Their rows would go with those they refer to. */
	@Test
	void dropsNoTableThatOthersReferTo() {
		Schemas schemas = schemas(Author.class);
		schemas.createAll();
		execute("insert into author (name) values ('x')");
		execute("create table note (id int, author_id bigint references AUTHOR (id) on delete cascade)");
		execute("insert into note values (1, 1)");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(schemas::dropAll)
			.withMessage("Dropping the tables of database 'primary' failed: table 'note' of others refers to 'AUTHOR'; "
					+ "drop that first");
		assertThat(count("note")).isEqualTo(1);
		execute("drop table note");
		schemas.dropAll();
	}

}
