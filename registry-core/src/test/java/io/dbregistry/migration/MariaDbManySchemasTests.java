package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbManySchemasTests extends ManySchemasContractTests {

	MariaDbManySchemasTests() {
		super(TestServer.MARIADB);
	}

}
