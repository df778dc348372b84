package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteKilledCreationTests extends KilledCreationContractTests {

	SqliteKilledCreationTests() {
		super(TestServer.SQLITE, 0);
	}

}
