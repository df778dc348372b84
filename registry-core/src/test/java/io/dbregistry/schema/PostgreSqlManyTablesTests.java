package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlManyTablesTests extends ManyTablesContractTests {

	PostgreSqlManyTablesTests() {
		super(TestServer.POSTGRESQL);
	}

}
