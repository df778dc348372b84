package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlDriftTests extends DriftContractTests {

	PostgreSqlDriftTests() {
		super(TestServer.POSTGRESQL);
	}

}
