package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2NewTenantsTests extends NewTenantsContractTests {

	H2NewTenantsTests() {
		super(TestServer.H2);
	}

}
