package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteReflectionTests extends ReflectionContractTests {

	SqliteReflectionTests() {
		super(TestServer.SQLITE);
	}

}
