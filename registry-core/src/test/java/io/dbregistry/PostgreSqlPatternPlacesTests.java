package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlPatternPlacesTests extends PatternPlacesContractTests {

	PostgreSqlPatternPlacesTests() {
		super(TestServer.POSTGRESQL);
	}

}
