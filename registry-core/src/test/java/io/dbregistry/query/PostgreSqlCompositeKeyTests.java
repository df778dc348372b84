package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlCompositeKeyTests extends CompositeKeyContractTests {

	PostgreSqlCompositeKeyTests() {
		super(TestServer.POSTGRESQL);
	}

}
