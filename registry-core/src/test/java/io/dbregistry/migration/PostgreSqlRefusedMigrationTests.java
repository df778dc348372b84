package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRefusedMigrationTests extends RefusedMigrationContractTests {

	PostgreSqlRefusedMigrationTests() {
		super(TestServer.POSTGRESQL);
	}

}
