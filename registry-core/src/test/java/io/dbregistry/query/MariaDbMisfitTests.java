package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbMisfitTests extends MisfitContractTests {

	MariaDbMisfitTests() {
		super(TestServer.MARIADB);
	}

}
