package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbKilledMigrationTests extends KilledMigrationContractTests {

	MariaDbKilledMigrationTests() {
		super(TestServer.MARIADB, "do sleep(0.05)");
	}

}
