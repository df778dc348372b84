package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqliteLiveMigrationsTests extends LiveMigrationsContractTests {

	SqliteLiveMigrationsTests() {
		super(TestServer.SQLITE);
	}

}
