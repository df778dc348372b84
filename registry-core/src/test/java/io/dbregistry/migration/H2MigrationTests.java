package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2MigrationTests extends MigrationContractTests {

	H2MigrationTests() {
		super(TestServer.H2);
	}

}
