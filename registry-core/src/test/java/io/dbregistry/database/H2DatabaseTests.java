package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class H2DatabaseTests extends DatabaseContractTests {

	H2DatabaseTests() {
		super(TestServer.H2);
	}

}
