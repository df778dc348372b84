package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbLiveMigrationsTests extends LiveMigrationsContractTests {

	MariaDbLiveMigrationsTests() {
		super(TestServer.MARIADB);
	}

}
