package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemaMigrationsTests extends SchemaMigrationsContractTests {

	PostgreSqlSchemaMigrationsTests() {
		super(TestServer.POSTGRESQL);
	}

}
