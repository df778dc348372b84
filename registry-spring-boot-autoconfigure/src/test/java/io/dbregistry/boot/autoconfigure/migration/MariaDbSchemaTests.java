package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbSchemaTests extends SchemaContractTests {

	MariaDbSchemaTests() {
		super(TestServer.MARIADB);
	}

}
