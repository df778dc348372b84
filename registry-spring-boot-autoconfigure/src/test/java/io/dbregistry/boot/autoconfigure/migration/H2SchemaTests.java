package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class H2SchemaTests extends SchemaContractTests {

	H2SchemaTests() {
		super(TestServer.H2);
	}

}
