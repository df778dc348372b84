package io.dbregistry.migration;

import io.dbregistry.testsupport.LoggedLines;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;

class MariaDbApplyTests extends ApplyContractTests {

	MariaDbApplyTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void aFirstMigrationMakesTheDriverWarnOfNothing() throws Exception {
		this.files.master(table("a"));
		try (LoggedLines log = new LoggedLines("org.mariadb.jdbc")) {
			assertThat(migrate()).containsExactly("a");
			assertThat(log.lines()).isEmpty();
		}
	}

}
