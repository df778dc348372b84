package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlQuerySetTests extends QuerySetContractTests {

	PostgreSqlQuerySetTests() {
		super(TestServer.POSTGRESQL);
	}

}
