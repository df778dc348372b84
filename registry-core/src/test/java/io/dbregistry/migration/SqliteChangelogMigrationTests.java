package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class SqliteChangelogMigrationTests extends ChangelogMigrationContractTests {

	SqliteChangelogMigrationTests() {
		super(TestServer.SQLITE);
	}

}
