package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2RowInsertTests extends RowInsertContractTests {

	H2RowInsertTests() {
		super(TestServer.H2);
	}

}
