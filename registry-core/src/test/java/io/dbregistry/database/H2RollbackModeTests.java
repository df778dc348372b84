package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class H2RollbackModeTests extends RollbackModeContractTests {

	H2RollbackModeTests() {
		super(TestServer.H2);
	}

}
