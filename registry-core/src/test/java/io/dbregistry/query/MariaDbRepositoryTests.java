package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbRepositoryTests extends RepositoryContractTests {

	MariaDbRepositoryTests() {
		super(TestServer.MARIADB);
	}

}
