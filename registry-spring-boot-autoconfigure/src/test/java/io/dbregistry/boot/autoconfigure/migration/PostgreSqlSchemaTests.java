package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemaTests extends SchemaContractTests {

	PostgreSqlSchemaTests() {
		super(TestServer.POSTGRESQL);
	}

}
