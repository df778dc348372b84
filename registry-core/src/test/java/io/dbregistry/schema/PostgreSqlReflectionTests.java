package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlReflectionTests extends ReflectionContractTests {

	PostgreSqlReflectionTests() {
		super(TestServer.POSTGRESQL);
	}

}
