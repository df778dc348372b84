package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteRowInsertTests extends RowInsertContractTests {

	SqliteRowInsertTests() {
		super(TestServer.SQLITE);
	}

}
