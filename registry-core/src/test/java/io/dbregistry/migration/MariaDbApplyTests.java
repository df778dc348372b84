package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbApplyTests extends ApplyContractTests {

	MariaDbApplyTests() {
		super(TestServer.MARIADB);
	}

}
