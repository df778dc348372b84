package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2EqualNamesTests extends EqualNamesContractTests {

	H2EqualNamesTests() {
		super(TestServer.H2);
	}

}
