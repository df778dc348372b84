package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbNewTenantsTests extends NewTenantsContractTests {

	MariaDbNewTenantsTests() {
		super(TestServer.MARIADB);
	}

}
