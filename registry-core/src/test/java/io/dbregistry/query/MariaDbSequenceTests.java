package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbSequenceTests extends SequenceContractTests {

	MariaDbSequenceTests() {
		super(TestServer.MARIADB);
	}

}
