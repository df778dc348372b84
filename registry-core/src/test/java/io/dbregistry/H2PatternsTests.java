package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2PatternsTests extends PatternsContractTests {

	H2PatternsTests() {
		super(TestServer.H2);
	}

}
