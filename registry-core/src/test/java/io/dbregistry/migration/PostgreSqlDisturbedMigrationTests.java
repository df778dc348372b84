package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

class PostgreSqlDisturbedMigrationTests extends DisturbedMigrationContractTests {

	PostgreSqlDisturbedMigrationTests() {
		super(TestServer.POSTGRESQL);
	}

	@Test
	void aConnectionThatIsCutIsSaid() throws Exception {
		requireWordsOfTheFirstFailure("select pg_terminate_backend(pg_backend_pid())", "terminating connection");
	}

}
