package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbPatternPlacesTests extends PatternPlacesContractTests {

	MariaDbPatternPlacesTests() {
		super(TestServer.MARIADB);
	}

}
