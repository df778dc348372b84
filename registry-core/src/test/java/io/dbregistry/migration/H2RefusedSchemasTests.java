package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2RefusedSchemasTests extends RefusedSchemasContractTests {

	H2RefusedSchemasTests() {
		super(TestServer.H2);
	}

}
