package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlTargetTests extends TargetContractTests {

	PostgreSqlTargetTests() {
		super(TestServer.POSTGRESQL);
	}

}
