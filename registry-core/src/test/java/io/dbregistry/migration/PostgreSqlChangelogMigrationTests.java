package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlChangelogMigrationTests extends ChangelogMigrationContractTests {

	PostgreSqlChangelogMigrationTests() {
		super(TestServer.POSTGRESQL);
	}

}
