package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2SchemaRemovalTests extends SchemaRemovalContractTests {

	H2SchemaRemovalTests() {
		super(TestServer.H2);
	}

}
