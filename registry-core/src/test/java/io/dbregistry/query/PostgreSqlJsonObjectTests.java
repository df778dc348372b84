package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlJsonObjectTests extends JsonObjectContractTests {

	PostgreSqlJsonObjectTests() {
		super(TestServer.POSTGRESQL);
	}

}
