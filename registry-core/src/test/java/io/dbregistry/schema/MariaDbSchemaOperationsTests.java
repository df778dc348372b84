package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbSchemaOperationsTests extends SchemaOperationsContractTests {

	MariaDbSchemaOperationsTests() {
		super(TestServer.MARIADB);
	}

}
