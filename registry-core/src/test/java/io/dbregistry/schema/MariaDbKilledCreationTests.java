package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbKilledCreationTests extends KilledCreationContractTests {

	MariaDbKilledCreationTests() {
		super(TestServer.MARIADB, 0);
	}

}
