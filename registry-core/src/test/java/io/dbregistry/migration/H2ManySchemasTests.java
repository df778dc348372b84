package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class H2ManySchemasTests extends ManySchemasContractTests {

	H2ManySchemasTests() {
		super(TestServer.H2);
	}

}
