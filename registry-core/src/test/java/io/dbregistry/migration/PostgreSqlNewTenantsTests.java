package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlNewTenantsTests extends NewTenantsContractTests {

	PostgreSqlNewTenantsTests() {
		super(TestServer.POSTGRESQL);
	}

}
