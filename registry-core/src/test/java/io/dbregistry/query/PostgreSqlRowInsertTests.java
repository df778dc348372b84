package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRowInsertTests extends RowInsertContractTests {

	PostgreSqlRowInsertTests() {
		super(TestServer.POSTGRESQL);
	}

}
