package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbCompositeKeyTests extends CompositeKeyContractTests {

	MariaDbCompositeKeyTests() {
		super(TestServer.MARIADB);
	}

}
