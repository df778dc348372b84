package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class MariaDbRollbackModeTests extends RollbackModeContractTests {

	MariaDbRollbackModeTests() {
		super(TestServer.MARIADB);
	}

}
