package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlAloneTests extends AloneContractTests {

	PostgreSqlAloneTests() {
		super(TestServer.POSTGRESQL);
	}

}
