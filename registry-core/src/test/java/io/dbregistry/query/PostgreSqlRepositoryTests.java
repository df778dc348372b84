package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRepositoryTests extends RepositoryContractTests {

	PostgreSqlRepositoryTests() {
		super(TestServer.POSTGRESQL);
	}

}
