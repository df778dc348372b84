package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbGoldenSqlTests extends GoldenSqlContractTests {

	MariaDbGoldenSqlTests() {
		super(TestServer.MARIADB);
	}

}
