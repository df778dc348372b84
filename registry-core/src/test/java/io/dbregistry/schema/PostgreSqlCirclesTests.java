package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlCirclesTests extends CirclesContractTests {

	PostgreSqlCirclesTests() {
		super(TestServer.POSTGRESQL);
	}

}
