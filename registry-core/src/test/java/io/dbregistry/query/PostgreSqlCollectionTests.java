package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlCollectionTests extends CollectionContractTests {

	PostgreSqlCollectionTests() {
		super(TestServer.POSTGRESQL);
	}

}
