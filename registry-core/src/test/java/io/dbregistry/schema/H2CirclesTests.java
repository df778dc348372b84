package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2CirclesTests extends CirclesContractTests {

	H2CirclesTests() {
		super(TestServer.H2);
	}

}
