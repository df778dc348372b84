package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2ReflectionTests extends ReflectionContractTests {

	H2ReflectionTests() {
		super(TestServer.H2);
	}

}
