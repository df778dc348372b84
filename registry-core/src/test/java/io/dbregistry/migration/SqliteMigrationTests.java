package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class SqliteMigrationTests extends MigrationContractTests {

	SqliteMigrationTests() {
		super(TestServer.SQLITE);
	}

}
