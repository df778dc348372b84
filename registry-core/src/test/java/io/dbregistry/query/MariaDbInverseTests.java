package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbInverseTests extends InverseContractTests {

	MariaDbInverseTests() {
		super(TestServer.MARIADB);
	}

}
