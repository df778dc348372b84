package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMigrationsTests extends MigrationsContractTests {

	PostgreSqlMigrationsTests() {
		super(TestServer.POSTGRESQL);
	}

}
