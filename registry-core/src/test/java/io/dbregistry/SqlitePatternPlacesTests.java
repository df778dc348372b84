package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqlitePatternPlacesTests extends PatternPlacesContractTests {

	SqlitePatternPlacesTests() {
		super(TestServer.SQLITE);
	}

}
