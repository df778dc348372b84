package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2LiveModelsTests extends LiveModelsContractTests {

	H2LiveModelsTests() {
		super(TestServer.H2);
	}

}
