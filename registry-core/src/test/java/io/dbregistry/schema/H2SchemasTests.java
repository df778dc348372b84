package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2SchemasTests extends SchemasContractTests {

	H2SchemasTests() {
		super(TestServer.H2);
	}

}
