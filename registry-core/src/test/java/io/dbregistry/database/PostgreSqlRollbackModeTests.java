package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRollbackModeTests extends RollbackModeContractTests {

	PostgreSqlRollbackModeTests() {
		super(TestServer.POSTGRESQL);
	}

}
