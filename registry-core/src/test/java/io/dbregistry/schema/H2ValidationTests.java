package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2ValidationTests extends ValidationContractTests {

	H2ValidationTests() {
		super(TestServer.H2);
	}

}
