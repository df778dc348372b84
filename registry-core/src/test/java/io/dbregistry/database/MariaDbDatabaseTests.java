package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class MariaDbDatabaseTests extends DatabaseContractTests {

	MariaDbDatabaseTests() {
		super(TestServer.MARIADB);
	}

}
