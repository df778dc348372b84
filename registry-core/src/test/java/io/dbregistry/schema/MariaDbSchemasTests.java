package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbSchemasTests extends SchemasContractTests {

	MariaDbSchemasTests() {
		super(TestServer.MARIADB);
	}

}
