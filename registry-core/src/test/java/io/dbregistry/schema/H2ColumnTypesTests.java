package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2ColumnTypesTests extends ColumnTypesContractTests {

	H2ColumnTypesTests() {
		super(TestServer.H2);
	}

}
