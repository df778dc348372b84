package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbReflectionTests extends ReflectionContractTests {

	MariaDbReflectionTests() {
		super(TestServer.MARIADB);
	}

}
