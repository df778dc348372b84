package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlReflectedModelsTests extends ReflectedModelsContractTests {

	PostgreSqlReflectedModelsTests() {
		super(TestServer.POSTGRESQL);
	}

}
