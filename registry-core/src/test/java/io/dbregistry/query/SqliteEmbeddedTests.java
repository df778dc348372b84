package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteEmbeddedTests extends EmbeddedContractTests {

	SqliteEmbeddedTests() {
		super(TestServer.SQLITE);
	}

}
