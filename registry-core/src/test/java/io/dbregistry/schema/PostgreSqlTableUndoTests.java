package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlTableUndoTests extends TableUndoContractTests {

	PostgreSqlTableUndoTests() {
		super(TestServer.POSTGRESQL, 260);
	}

}
