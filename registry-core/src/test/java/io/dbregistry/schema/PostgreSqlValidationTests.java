package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlValidationTests extends ValidationContractTests {

	PostgreSqlValidationTests() {
		super(TestServer.POSTGRESQL);
	}

}
