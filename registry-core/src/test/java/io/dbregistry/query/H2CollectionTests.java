package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2CollectionTests extends CollectionContractTests {

	H2CollectionTests() {
		super(TestServer.H2);
	}

}
