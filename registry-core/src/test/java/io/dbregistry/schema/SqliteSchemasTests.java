package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

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

}
