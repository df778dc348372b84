package io.dbregistry.migration;

import io.dbregistry.testsupport.LoggedLines;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbManySchemasTests extends ManySchemasContractTests {

	MariaDbManySchemasTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void aFirstMigrationMakesTheDriverWarnOfNothing() {
		try (LoggedLines log = new LoggedLines("org.mariadb.jdbc")) {
			start();
			assertThat(migrate().isEmpty()).isTrue();
			migrate(this.schemas.subList(0, 1));
			assertThat(log.lines()).isEmpty();
		}
	}

}
