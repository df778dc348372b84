package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbManualCommitTests extends ManualCommitContractTests {

	MariaDbManualCommitTests() {
		super(TestServer.MARIADB);
	}

}
