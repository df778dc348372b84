package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbQuerySetTests extends QuerySetContractTests {

	MariaDbQuerySetTests() {
		super(TestServer.MARIADB);
	}

}
