package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostgreSqlRefusedSchemasTests extends RefusedSchemasContractTests {

	PostgreSqlRefusedSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

	@Test
	void aUserWhoMayNotCreateTablesIsTold() throws Exception {
		String role = this.test.schemaName("reader");
		execute("create role %s login password 'secret'".formatted(role));
		try {
			for (String schema : some()) {
				execute("grant usage on schema %s to %s".formatted(schema, role));
			}
			requireRefused(registry(role, "secret"),
					(message) -> assertThat(message).contains("permission denied for schema " + some().get(0))
						.contains("; see that the user of the connection may do that, then try again"));
		}
		finally {
			execute("drop owned by " + role);
			execute("drop role " + role);
		}
	}

}
