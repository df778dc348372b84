package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbRefusedMigrationTests extends RefusedMigrationContractTests {

	MariaDbRefusedMigrationTests() {
		super(TestServer.MARIADB);
	}

}
