package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRowsOfClassesTests extends RowsOfClassesContractTests {

	PostgreSqlRowsOfClassesTests() {
		super(TestServer.POSTGRESQL);
	}

}
