package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbEmbeddedTests extends EmbeddedContractTests {

	MariaDbEmbeddedTests() {
		super(TestServer.MARIADB);
	}

}
