package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class MariaDbMetadataSchemasTests extends MetadataSchemasContractTests {

	MariaDbMetadataSchemasTests() {
		super(TestServer.MARIADB);
	}

}
