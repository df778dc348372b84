package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2ReflectedModelsTests extends ReflectedModelsContractTests {

	H2ReflectedModelsTests() {
		super(TestServer.H2);
	}

}
