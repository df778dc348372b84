package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2HostileNamesTests extends HostileNamesContractTests {

	H2HostileNamesTests() {
		super(TestServer.H2);
	}

}
