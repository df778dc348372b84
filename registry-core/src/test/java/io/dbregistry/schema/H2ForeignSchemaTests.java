package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2ForeignSchemaTests extends ForeignSchemaContractTests {

	H2ForeignSchemaTests() {
		super(TestServer.H2, "h2");
	}

}
