package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2DisturbedMigrationTests extends DisturbedMigrationContractTests {

	H2DisturbedMigrationTests() {
		super(TestServer.H2);
	}

}
