package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbSchemaTests extends SchemaContractTests {

	MariaDbSchemaTests() {
		super(TestServer.MARIADB);
	}

}
