package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlCopiedModelsTests extends CopiedModelsContractTests {

	PostgreSqlCopiedModelsTests() {
		super(TestServer.POSTGRESQL);
	}

}
