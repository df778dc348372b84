package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSharedSchemasTests extends SharedSchemasContractTests {

	PostgreSqlSharedSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
