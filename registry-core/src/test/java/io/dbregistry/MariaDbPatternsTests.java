package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbPatternsTests extends PatternsContractTests {

	MariaDbPatternsTests() {
		super(TestServer.MARIADB);
	}

}
