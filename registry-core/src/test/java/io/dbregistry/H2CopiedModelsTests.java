package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2CopiedModelsTests extends CopiedModelsContractTests {

	H2CopiedModelsTests() {
		super(TestServer.H2);
	}

}
