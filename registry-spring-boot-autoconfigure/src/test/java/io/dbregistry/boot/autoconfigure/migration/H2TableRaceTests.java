package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class H2TableRaceTests extends TableRaceContractTests {

	H2TableRaceTests() {
		super(TestServer.H2);
	}

}
