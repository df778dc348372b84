package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteRowsOfClassesTests extends RowsOfClassesContractTests {

	SqliteRowsOfClassesTests() {
		super(TestServer.SQLITE);
	}

}
