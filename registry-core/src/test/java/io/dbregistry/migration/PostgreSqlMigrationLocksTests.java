package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMigrationLocksTests extends MigrationLocksContractTests {

	PostgreSqlMigrationLocksTests() {
		super(TestServer.POSTGRESQL);
	}

}
