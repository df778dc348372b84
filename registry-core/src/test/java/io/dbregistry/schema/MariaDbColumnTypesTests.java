package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbColumnTypesTests extends ColumnTypesContractTests {

	MariaDbColumnTypesTests() {
		super(TestServer.MARIADB);
	}

}
