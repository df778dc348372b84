package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbCirclesTests extends CirclesContractTests {

	MariaDbCirclesTests() {
		super(TestServer.MARIADB);
	}

}
