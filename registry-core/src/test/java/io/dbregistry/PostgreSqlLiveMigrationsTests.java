package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlLiveMigrationsTests extends LiveMigrationsContractTests {

	PostgreSqlLiveMigrationsTests() {
		super(TestServer.POSTGRESQL);
	}

}
