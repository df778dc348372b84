package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteQuerySetTests extends QuerySetContractTests {

	SqliteQuerySetTests() {
		super(TestServer.SQLITE);
	}

}
