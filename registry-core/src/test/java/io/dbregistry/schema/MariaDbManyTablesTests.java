package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbManyTablesTests extends ManyTablesContractTests {

	MariaDbManyTablesTests() {
		super(TestServer.MARIADB, 30); // it has no such transactions, and takes its time
	}

}
