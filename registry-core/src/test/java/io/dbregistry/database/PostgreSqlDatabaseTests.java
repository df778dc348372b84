package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlDatabaseTests extends DatabaseContractTests {

	PostgreSqlDatabaseTests() {
		super(TestServer.POSTGRESQL);
	}

}
