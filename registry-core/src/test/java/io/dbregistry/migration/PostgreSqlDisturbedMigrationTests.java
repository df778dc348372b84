package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlDisturbedMigrationTests extends DisturbedMigrationContractTests {

	PostgreSqlDisturbedMigrationTests() {
		super(TestServer.POSTGRESQL);
	}

}
