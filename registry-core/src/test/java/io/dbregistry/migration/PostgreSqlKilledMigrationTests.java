package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlKilledMigrationTests extends KilledMigrationContractTests {

	PostgreSqlKilledMigrationTests() {
		super(TestServer.POSTGRESQL, "select pg_sleep(0.05)");
	}

}
