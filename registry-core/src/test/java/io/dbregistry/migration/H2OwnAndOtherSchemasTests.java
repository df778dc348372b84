package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2OwnAndOtherSchemasTests extends OwnAndOtherSchemasContractTests {

	H2OwnAndOtherSchemasTests() {
		super(TestServer.H2);
	}

}
