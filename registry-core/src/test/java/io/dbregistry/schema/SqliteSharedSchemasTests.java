package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteSharedSchemasTests extends SharedSchemasContractTests {

	SqliteSharedSchemasTests() {
		super(TestServer.SQLITE);
	}

}
