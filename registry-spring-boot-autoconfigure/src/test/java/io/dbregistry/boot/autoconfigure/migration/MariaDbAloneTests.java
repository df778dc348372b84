package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbAloneTests extends AloneContractTests {

	MariaDbAloneTests() {
		super(TestServer.MARIADB);
	}

}
