package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbTenantsTests extends TenantsContractTests {

	MariaDbTenantsTests() {
		super(TestServer.MARIADB);
	}

}
