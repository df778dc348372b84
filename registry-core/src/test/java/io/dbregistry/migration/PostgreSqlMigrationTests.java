package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMigrationTests extends MigrationContractTests {

	PostgreSqlMigrationTests() {
		super(TestServer.POSTGRESQL);
	}

}
