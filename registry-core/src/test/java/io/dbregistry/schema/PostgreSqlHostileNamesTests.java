package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlHostileNamesTests extends HostileNamesContractTests {

	PostgreSqlHostileNamesTests() {
		super(TestServer.POSTGRESQL);
	}

}
