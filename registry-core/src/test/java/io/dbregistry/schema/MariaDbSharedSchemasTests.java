package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbSharedSchemasTests extends SharedSchemasContractTests {

	MariaDbSharedSchemasTests() {
		super(TestServer.MARIADB);
	}

}
