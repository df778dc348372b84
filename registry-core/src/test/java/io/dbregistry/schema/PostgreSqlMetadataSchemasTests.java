package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlMetadataSchemasTests extends MetadataSchemasContractTests {

	PostgreSqlMetadataSchemasTests() {
		super(TestServer.POSTGRESQL);
	}

}
