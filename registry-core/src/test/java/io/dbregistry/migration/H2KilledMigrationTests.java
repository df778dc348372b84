package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2KilledMigrationTests extends KilledMigrationContractTests {

	H2KilledMigrationTests() {
		super(TestServer.H2, "call pause(50)");
	}

}
