package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqliteReflectedModelsTests extends ReflectedModelsContractTests {

	SqliteReflectedModelsTests() {
		super(TestServer.SQLITE);
	}

}
