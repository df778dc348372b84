package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbDisturbedMigrationTests extends DisturbedMigrationContractTests {

	MariaDbDisturbedMigrationTests() {
		super(TestServer.MARIADB);
	}

}
