package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMisfitTests extends MisfitContractTests {

	PostgreSqlMisfitTests() {
		super(TestServer.POSTGRESQL);
	}

}
