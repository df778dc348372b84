package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemaRemovalTests extends SchemaRemovalContractTests {

	PostgreSqlSchemaRemovalTests() {
		super(TestServer.POSTGRESQL);
	}

}
