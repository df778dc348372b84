package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbTargetTests extends TargetContractTests {

	MariaDbTargetTests() {
		super(TestServer.MARIADB);
	}

}
