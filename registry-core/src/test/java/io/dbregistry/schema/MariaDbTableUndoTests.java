package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbTableUndoTests extends TableUndoContractTests {

	MariaDbTableUndoTests() {
		super(TestServer.MARIADB, 0);
	}

}
