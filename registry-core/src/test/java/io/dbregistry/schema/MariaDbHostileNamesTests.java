package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbHostileNamesTests extends HostileNamesContractTests {

	MariaDbHostileNamesTests() {
		super(TestServer.MARIADB);
	}

}
