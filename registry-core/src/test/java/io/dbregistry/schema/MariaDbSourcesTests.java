package io.dbregistry.schema;

import io.dbregistry.metadata.Change;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbSourcesTests extends SourcesContractTests {

	MariaDbSourcesTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void keepIndexesOfOneNameInTwoTables() throws Exception {
		execute("create table one (id int primary key, name varchar(20), index ix_name (name))");
		execute("create table two (id int primary key, name varchar(20), index ix_name (name))");
		Sources sources = sources();
		assertThat(text(sources, "One")).contains("name = \"ix_name\"");
		assertThat(text(sources, "Two")).contains("name = \"ix_name\"");
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

	@Test
	void takeExoticTypesForText() throws Exception {
		execute("create table exotic (id bigint unsigned, place point, kind enum('a', 'b') default 'a', flag bit(4), "
				+ "year year, text mediumtext, small int unsigned, fixed char(3), net inet6, primary key (id))");
		Sources sources = sources();
		assertThat(text(sources, "Exotic")).contains("has column 'place' of type 'point', which is read and written",
				"BigInteger id", " String kind", "Long small");
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

}
