package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2NamedSchemasTests extends NamedSchemasContractTests {

	H2NamedSchemasTests() {
		super(TestServer.H2);
	}

}
