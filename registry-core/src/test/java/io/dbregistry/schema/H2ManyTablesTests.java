package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2ManyTablesTests extends ManyTablesContractTests {

	H2ManyTablesTests() {
		super(TestServer.H2);
	}

}
