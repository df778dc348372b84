package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemaTests extends SchemaContractTests {

	PostgreSqlSchemaTests() {
		super(TestServer.POSTGRESQL);
	}

}
