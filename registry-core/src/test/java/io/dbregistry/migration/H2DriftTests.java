package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2DriftTests extends DriftContractTests {

	H2DriftTests() {
		super(TestServer.H2);
	}

}
