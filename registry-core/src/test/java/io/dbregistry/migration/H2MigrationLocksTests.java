package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2MigrationLocksTests extends ConnectionLocksContractTests {

	H2MigrationLocksTests() {
		super(TestServer.H2);
	}

}
