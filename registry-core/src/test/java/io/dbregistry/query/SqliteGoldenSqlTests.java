package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteGoldenSqlTests extends GoldenSqlContractTests {

	SqliteGoldenSqlTests() {
		super(TestServer.SQLITE);
	}

}
