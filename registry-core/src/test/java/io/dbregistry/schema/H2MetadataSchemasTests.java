package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2MetadataSchemasTests extends MetadataSchemasContractTests {

	H2MetadataSchemasTests() {
		super(TestServer.H2);
	}

}
