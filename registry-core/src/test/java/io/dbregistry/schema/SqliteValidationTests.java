package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteValidationTests extends ValidationContractTests {

	SqliteValidationTests() {
		super(TestServer.SQLITE);
	}

}
