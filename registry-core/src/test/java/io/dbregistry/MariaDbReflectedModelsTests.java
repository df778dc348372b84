package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbReflectedModelsTests extends ReflectedModelsContractTests {

	MariaDbReflectedModelsTests() {
		super(TestServer.MARIADB);
	}

}
