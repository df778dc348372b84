package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlGoldenSqlTests extends GoldenSqlContractTests {

	PostgreSqlGoldenSqlTests() {
		super(TestServer.POSTGRESQL);
	}

}
