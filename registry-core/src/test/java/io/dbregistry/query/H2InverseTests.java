package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2InverseTests extends InverseContractTests {

	H2InverseTests() {
		super(TestServer.H2);
	}

}
