package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2SchemaTests extends SchemaContractTests {

	H2SchemaTests() {
		super(TestServer.H2);
	}

}
