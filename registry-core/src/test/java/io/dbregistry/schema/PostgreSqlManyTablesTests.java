package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgreSqlManyTablesTests extends ManyTablesContractTests {

	PostgreSqlManyTablesTests() {
		super(TestServer.POSTGRESQL);
	}

	/** Each transaction holds locks, and a server has only so many. */
	@Test
	void makesASchemaInSeveralTransactionsToo() {
		List<Table> tables = tables("id > 0").stream().map((table) -> table.withDefaultSchema("shop")).toList();
		new NewSchema(this.database, "shop", tables, List.of()).make(false);
		assertThat(count("(select distinct xmin::text from pg_class where relnamespace = 'shop'::regnamespace) x"))
			.isGreaterThan(1);
		List<Table> failing = tables("no_such_function(id) > 0").stream()
			.map((table) -> table.withDefaultSchema("other"))
			.toList();
		NewSchema other = new NewSchema(this.database, "other", failing, List.of());
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> new SchemaWork("other").create(List.of(other), false));
		assertThat(schemas().names()).contains("shop").doesNotContain("other");
	}

}
