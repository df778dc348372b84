package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2ChangelogMigrationTests extends ChangelogMigrationContractTests {

	H2ChangelogMigrationTests() {
		super(TestServer.H2);
	}

}
