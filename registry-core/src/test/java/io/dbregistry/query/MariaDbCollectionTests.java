package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbCollectionTests extends CollectionContractTests {

	MariaDbCollectionTests() {
		super(TestServer.MARIADB);
	}

}
