package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbMigrationsTests extends MigrationsContractTests {

	MariaDbMigrationsTests() {
		super(TestServer.MARIADB);
	}

}
