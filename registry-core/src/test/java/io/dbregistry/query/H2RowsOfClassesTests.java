package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2RowsOfClassesTests extends RowsOfClassesContractTests {

	H2RowsOfClassesTests() {
		super(TestServer.H2);
	}

}
