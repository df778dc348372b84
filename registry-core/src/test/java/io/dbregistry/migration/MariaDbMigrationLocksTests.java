package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbMigrationLocksTests extends MigrationLocksContractTests {

	MariaDbMigrationLocksTests() {
		super(TestServer.MARIADB);
	}

}
