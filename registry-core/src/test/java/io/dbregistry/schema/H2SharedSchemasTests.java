package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2SharedSchemasTests extends SharedSchemasContractTests {

	H2SharedSchemasTests() {
		super(TestServer.H2);
	}

}
