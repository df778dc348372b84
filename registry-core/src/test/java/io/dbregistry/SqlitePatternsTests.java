package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqlitePatternsTests extends PatternsContractTests {

	SqlitePatternsTests() {
		super(TestServer.SQLITE);
	}

}
