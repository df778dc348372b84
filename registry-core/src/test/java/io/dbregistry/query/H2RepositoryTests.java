package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2RepositoryTests extends RepositoryContractTests {

	H2RepositoryTests() {
		super(TestServer.H2);
	}

}
