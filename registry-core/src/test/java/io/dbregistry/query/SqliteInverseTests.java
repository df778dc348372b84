package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteInverseTests extends InverseContractTests {

	SqliteInverseTests() {
		super(TestServer.SQLITE);
	}

}
