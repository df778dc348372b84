package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlColumnTypesTests extends ColumnTypesContractTests {

	PostgreSqlColumnTypesTests() {
		super(TestServer.POSTGRESQL);
	}

}
