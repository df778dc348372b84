package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqliteCopiedModelsTests extends CopiedModelsContractTests {

	SqliteCopiedModelsTests() {
		super(TestServer.SQLITE);
	}

}
