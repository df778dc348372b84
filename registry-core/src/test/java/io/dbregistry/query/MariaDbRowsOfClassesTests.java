package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbRowsOfClassesTests extends RowsOfClassesContractTests {

	MariaDbRowsOfClassesTests() {
		super(TestServer.MARIADB);
	}

}
