package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbMigrationLocksTests extends ConnectionLocksContractTests {

	MariaDbMigrationLocksTests() {
		super(TestServer.MARIADB);
	}

}
