package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbNamedSchemasTests extends NamedSchemasContractTests {

	MariaDbNamedSchemasTests() {
		super(TestServer.MARIADB);
	}

}
