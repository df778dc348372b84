package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteColumnTypesTests extends ColumnTypesContractTests {

	SqliteColumnTypesTests() {
		super(TestServer.SQLITE);
	}

}
