package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbValueTests extends ValueContractTests {

	MariaDbValueTests() {
		super(TestServer.MARIADB);
	}

}
