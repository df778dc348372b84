package io.dbregistry.schema;

import io.dbregistry.metadata.Change;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class H2SourcesTests extends SourcesContractTests {

	H2SourcesTests() {
		super(TestServer.H2);
	}

	@Test
	void takeExoticTypesForText() throws Exception {
		execute("create table exotic (id bigint, place geometry, span interval day to second, precise timestamp(9), "
				+ "other char(3), list decimal(9, 2) array, codes varbinary(9) array, kind enum('a', 'b'), "
				+ "constraint pk_exotic primary key (id))");
		Sources sources = sources();
		assertThat(text(sources, "Exotic")).contains("has column 'place' of type 'geometry', which is read and written",
				" String place", "BigDecimal[] list", " String codes");
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

}
