package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSchemaOperationsTests extends SchemaOperationsContractTests {

	PostgreSqlSchemaOperationsTests() {
		super(TestServer.POSTGRESQL);
	}

}
