package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class SqliteRefusedMigrationTests extends RefusedMigrationContractTests {

	SqliteRefusedMigrationTests() {
		super(TestServer.SQLITE);
	}

}
