package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is left where there are no schemas. */
class SqliteSchemaOperationsTests extends SchemaTestBase {

	SqliteSchemaOperationsTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void createsAndDropsNone() {
		assertThatExceptionOfType(SchemasUnsupportedException.class)
			.isThrownBy(() -> schemas().create("shop", (create) -> create.ifNotExists()));
		assertThatExceptionOfType(SchemasUnsupportedException.class)
			.isThrownBy(() -> schemas().drop("shop", (drop) -> drop.ifExists().cascade()));
		assertThat(schemas().names()).isEmpty();
	}

	@Test
	void showsTheTablesInOnePlace() {
		schemas(SchemasContractTests.Author.class).createAll();
		assertThat(schemas().tree()).isEqualTo(new SchemaTree(List.of(new SchemaTree.InDatabase("primary",
				List.of(new SchemaTree.InSchema(null, List.of("author"))), null))));
	}

}
