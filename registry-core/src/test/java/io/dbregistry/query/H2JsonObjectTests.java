package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2JsonObjectTests extends JsonObjectContractTests {

	H2JsonObjectTests() {
		super(TestServer.H2);
	}

}
