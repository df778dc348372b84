package io.dbregistry.dialect;

import io.dbregistry.testsupport.TestServer;

class MariaDbSequencesTests extends SequencesContractTests {

	MariaDbSequencesTests() {
		super(TestServer.MARIADB);
	}

}
