package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemasTests extends SchemasContractTests {

	PostgreSqlSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
