package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2SchemaMigrationsTests extends SchemaMigrationsContractTests {

	H2SchemaMigrationsTests() {
		super(TestServer.H2);
	}

}
