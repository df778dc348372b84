package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbSchemaMigrationsTests extends SchemaMigrationsContractTests {

	MariaDbSchemaMigrationsTests() {
		super(TestServer.MARIADB);
	}

}
