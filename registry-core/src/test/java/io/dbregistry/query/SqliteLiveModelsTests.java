package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteLiveModelsTests extends LiveModelsContractTests {

	SqliteLiveModelsTests() {
		super(TestServer.SQLITE);
	}

}
