package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlEmbeddedTests extends EmbeddedContractTests {

	PostgreSqlEmbeddedTests() {
		super(TestServer.POSTGRESQL);
	}

}
