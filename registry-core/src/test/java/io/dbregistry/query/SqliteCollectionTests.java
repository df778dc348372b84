package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteCollectionTests extends CollectionContractTests {

	SqliteCollectionTests() {
		super(TestServer.SQLITE);
	}

}
