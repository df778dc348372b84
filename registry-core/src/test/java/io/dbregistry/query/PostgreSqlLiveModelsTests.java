package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlLiveModelsTests extends LiveModelsContractTests {

	PostgreSqlLiveModelsTests() {
		super(TestServer.POSTGRESQL);
	}

}
