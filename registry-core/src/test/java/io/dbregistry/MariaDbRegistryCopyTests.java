package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbRegistryCopyTests extends RegistryCopyContractTests {

	MariaDbRegistryCopyTests() {
		super(TestServer.MARIADB);
	}

}
