package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlForeignSchemaTests extends ForeignSchemaContractTests {

	PostgreSqlForeignSchemaTests() {
		super(TestServer.POSTGRESQL, "postgres");
	}

}
