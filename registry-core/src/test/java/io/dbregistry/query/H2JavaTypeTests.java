package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2JavaTypeTests extends JavaTypeContractTests {

	H2JavaTypeTests() {
		super(TestServer.H2);
	}

}
