package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2ApplyTests extends ApplyContractTests {

	H2ApplyTests() {
		super(TestServer.H2);
	}

}
