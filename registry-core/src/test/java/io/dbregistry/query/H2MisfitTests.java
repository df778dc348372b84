package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2MisfitTests extends MisfitContractTests {

	H2MisfitTests() {
		super(TestServer.H2);
	}

}
