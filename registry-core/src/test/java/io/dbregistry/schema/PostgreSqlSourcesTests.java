package io.dbregistry.schema;

import io.dbregistry.metadata.Change;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostgreSqlSourcesTests extends SourcesContractTests {

	PostgreSqlSourcesTests() {
		super(TestServer.POSTGRESQL);
	}

	@Test
	void takeExoticTypesForText() throws Exception {
		execute("create sequence own_numbers start with 3");
		execute("create table exotic (id text, place point, address inet[], words text[], codes bytea[], "
				+ "amount numeric, made xml, span interval, mark \"char\", constraint pk_exotic primary key (id))");
		execute("create table counted (id integer default nextval('own_numbers'), "
				+ "constraint pk_counted primary key (id))");
		Sources sources = sources();
		assertThat(text(sources, "Exotic")).contains("has column 'place' of type 'point', which is read and written as",
				"@Column(columnDefinition = \"point\") String place", "String[] words", "String codes",
				"BigDecimal amount");
		assertThat(text(sources, "Counted")).contains("sequenceName = \"own_numbers\"", "initialValue = 3",
				"which is not declared");
		assertThat(changes(sources)).extracting(Change::describe)
			.containsExactly(
					"Column 'id' of table 'public.counted' changes: default from nextval('own_numbers'::regclass) to none");
	}

}
