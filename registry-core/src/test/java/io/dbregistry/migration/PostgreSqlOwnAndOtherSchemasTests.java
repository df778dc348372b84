package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlOwnAndOtherSchemasTests extends OwnAndOtherSchemasContractTests {

	PostgreSqlOwnAndOtherSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
