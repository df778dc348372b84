package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2MigrationsTests extends MigrationsContractTests {

	H2MigrationsTests() {
		super(TestServer.H2);
	}

}
