package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

class MariaDbDisturbedMigrationTests extends DisturbedMigrationContractTests {

	MariaDbDisturbedMigrationTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void aConnectionThatIsCutIsSaid() throws Exception {
		requireWordsOfTheFirstFailure("kill connection_id()", "Connection was killed");
	}

}
