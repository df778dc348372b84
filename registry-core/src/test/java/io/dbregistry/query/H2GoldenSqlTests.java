package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2GoldenSqlTests extends GoldenSqlContractTests {

	H2GoldenSqlTests() {
		super(TestServer.H2);
	}

}
