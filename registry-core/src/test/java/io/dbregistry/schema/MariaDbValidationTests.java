package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbValidationTests extends ValidationContractTests {

	MariaDbValidationTests() {
		super(TestServer.MARIADB);
	}

}
