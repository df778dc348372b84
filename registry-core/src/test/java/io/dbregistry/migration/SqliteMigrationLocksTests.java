package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class SqliteMigrationLocksTests extends MigrationLocksContractTests {

	SqliteMigrationLocksTests() {
		super(TestServer.SQLITE);
	}

}
