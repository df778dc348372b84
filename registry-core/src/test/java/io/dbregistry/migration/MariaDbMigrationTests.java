package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbMigrationTests extends MigrationContractTests {

	MariaDbMigrationTests() {
		super(TestServer.MARIADB);
	}

}
