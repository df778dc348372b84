package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2PatternPlacesTests extends PatternPlacesContractTests {

	H2PatternPlacesTests() {
		super(TestServer.H2);
	}

}
