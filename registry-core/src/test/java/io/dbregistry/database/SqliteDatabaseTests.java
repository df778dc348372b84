package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class SqliteDatabaseTests extends DatabaseContractTests {

	SqliteDatabaseTests() {
		super(TestServer.SQLITE);
	}

}
