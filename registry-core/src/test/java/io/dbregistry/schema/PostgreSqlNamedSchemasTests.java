package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlNamedSchemasTests extends NamedSchemasContractTests {

	PostgreSqlNamedSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
