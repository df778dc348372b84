package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbTableRaceTests extends TableRaceContractTests {

	MariaDbTableRaceTests() {
		super(TestServer.MARIADB);
	}

}
