package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class SqliteRollbackModeTests extends RollbackModeContractTests {

	SqliteRollbackModeTests() {
		super(TestServer.SQLITE);
	}

}
