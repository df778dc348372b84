package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlApplyTests extends ApplyContractTests {

	PostgreSqlApplyTests() {
		super(TestServer.POSTGRESQL);
	}

}
