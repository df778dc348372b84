package io.dbregistry.schema;

import java.util.List;

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
		assertThatExceptionOfType(SchemasUnsupportedException.class)
			.isThrownBy(() -> new DdlRun(this.database, List.of(table)).create())
			.withMessageStartingWith("Database 'primary' has no schema 'shop', because SQLite has no schemas at all")
			.satisfies((ex) -> assertThat(ex.getSchema()).isEqualTo("shop"));
	}

}
