package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbChangelogMigrationTests extends ChangelogMigrationContractTests {

	MariaDbChangelogMigrationTests() {
		super(TestServer.MARIADB);
	}

}
