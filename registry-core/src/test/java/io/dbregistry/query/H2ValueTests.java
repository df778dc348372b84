package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2ValueTests extends ValueContractTests {

	H2ValueTests() {
		super(TestServer.H2);
	}

}
