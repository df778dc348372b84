package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlKilledCreationTests extends KilledCreationContractTests {

	PostgreSqlKilledCreationTests() {
		super(TestServer.POSTGRESQL, 240);
	}

}
