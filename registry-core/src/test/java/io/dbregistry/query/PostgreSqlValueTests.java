package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlValueTests extends ValueContractTests {

	PostgreSqlValueTests() {
		super(TestServer.POSTGRESQL);
	}

}
