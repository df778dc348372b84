package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2QuerySetTests extends QuerySetContractTests {

	H2QuerySetTests() {
		super(TestServer.H2);
	}

}
