package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2LiveMigrationsTests extends LiveMigrationsContractTests {

	H2LiveMigrationsTests() {
		super(TestServer.H2);
	}

}
