package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlInverseTests extends InverseContractTests {

	PostgreSqlInverseTests() {
		super(TestServer.POSTGRESQL);
	}

}
