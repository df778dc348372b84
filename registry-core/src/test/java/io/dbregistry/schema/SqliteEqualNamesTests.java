package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteEqualNamesTests extends EqualNamesContractTests {

	SqliteEqualNamesTests() {
		super(TestServer.SQLITE);
	}

}
