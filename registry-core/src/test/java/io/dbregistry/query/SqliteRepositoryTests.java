package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteRepositoryTests extends RepositoryContractTests {

	SqliteRepositoryTests() {
		super(TestServer.SQLITE);
	}

}
