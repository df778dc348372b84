package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostgreSqlManySchemasTests extends ManySchemasContractTests {

	PostgreSqlManySchemasTests() {
		super(TestServer.POSTGRESQL);
	}

	@Test
	void whatComesLaterInTheSearchPathIsFound() throws Exception {
		execute("create function public.twice(number integer) returns integer language sql as 'select 2 * number'");
		String twice = """
				        - sql: {sql: "insert into book (title) values ('copy ' || twice(3))"}
				""";
		write(CHANGELOG + """
				  - changeSet:
				      id: 3
				      author: shop
				      changes:
				""" + twice + """
				  - changeSet:
				      id: 4
				      author: shop
				      preConditions:
				        - tableExists: {tableName: book}
				      changes:
				""" + twice);
		List<String> few = this.schemas.subList(2, 8); // some with names that have to be
														// quoted
		this.registry.migrations().migrate("primary", (options) -> options.schemas(few.toArray(String[]::new)).to("3"));
		migrate(few);
		for (String schema : few) {
			assertThat(strings("select title from %s order by id".formatted(table(schema, "book"))))
				.containsExactly("it's; first", "copy 6", "copy 6");
		}
	}

}
