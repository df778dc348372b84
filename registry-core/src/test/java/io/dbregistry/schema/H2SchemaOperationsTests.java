package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2SchemaOperationsTests extends SchemaOperationsContractTests {

	H2SchemaOperationsTests() {
		super(TestServer.H2);
	}

}
