package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MariaDbRefusedSchemasTests extends RefusedSchemasContractTests {

	MariaDbRefusedSchemasTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void aUserWhoMayNotCreateTablesIsTold() throws Exception {
		String user = this.test.schemaName("reader");
		execute("create user %s identified by 'secret'".formatted(user));
		try {
			execute("grant select on *.* to " + user);
			requireRefused(registry(user, "secret"),
					(message) -> assertThat(message).contains("CREATE command denied to user '%s'".formatted(user))
						.contains("; see that the user of the connection may do that, then try again"));
		}
		finally {
			execute("drop user " + user);
		}
	}

}
