package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2RefusedMigrationTests extends RefusedMigrationContractTests {

	H2RefusedMigrationTests() {
		super(TestServer.H2);
	}

}
