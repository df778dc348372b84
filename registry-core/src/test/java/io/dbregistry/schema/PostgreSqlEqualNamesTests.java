package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlEqualNamesTests extends EqualNamesContractTests {

	PostgreSqlEqualNamesTests() {
		super(TestServer.POSTGRESQL);
	}

}
