package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbLiveModelsTests extends LiveModelsContractTests {

	MariaDbLiveModelsTests() {
		super(TestServer.MARIADB);
	}

}
