package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbDriftTests extends DriftContractTests {

	MariaDbDriftTests() {
		super(TestServer.MARIADB);
	}

}
