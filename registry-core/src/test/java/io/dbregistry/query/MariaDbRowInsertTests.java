package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbRowInsertTests extends RowInsertContractTests {

	MariaDbRowInsertTests() {
		super(TestServer.MARIADB);
	}

}
