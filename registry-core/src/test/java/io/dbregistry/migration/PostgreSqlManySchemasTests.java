package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlManySchemasTests extends ManySchemasContractTests {

	PostgreSqlManySchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
