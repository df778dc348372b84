package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteValueTests extends ValueContractTests {

	SqliteValueTests() {
		super(TestServer.SQLITE);
	}

}
