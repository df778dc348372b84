package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMigrationLocksTests extends ConnectionLocksContractTests {

	PostgreSqlMigrationLocksTests() {
		super(TestServer.POSTGRESQL);
	}

}
