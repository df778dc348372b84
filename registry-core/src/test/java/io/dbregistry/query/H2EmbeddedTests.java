package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2EmbeddedTests extends EmbeddedContractTests {

	H2EmbeddedTests() {
		super(TestServer.H2);
	}

}
