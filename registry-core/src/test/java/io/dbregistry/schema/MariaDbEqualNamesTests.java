package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbEqualNamesTests extends EqualNamesContractTests {

	MariaDbEqualNamesTests() {
		super(TestServer.MARIADB);
	}

}
