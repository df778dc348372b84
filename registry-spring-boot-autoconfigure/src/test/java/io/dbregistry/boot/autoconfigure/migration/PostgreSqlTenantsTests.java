package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlTenantsTests extends TenantsContractTests {

	PostgreSqlTenantsTests() {
		super(TestServer.POSTGRESQL);
	}

}
