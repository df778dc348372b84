package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlPatternsTests extends PatternsContractTests {

	PostgreSqlPatternsTests() {
		super(TestServer.POSTGRESQL);
	}

}
