package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class H2TenantsTests extends TenantsContractTests {

	H2TenantsTests() {
		super(TestServer.H2);
	}

}
