package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2TargetTests extends TargetContractTests {

	H2TargetTests() {
		super(TestServer.H2);
	}

}
