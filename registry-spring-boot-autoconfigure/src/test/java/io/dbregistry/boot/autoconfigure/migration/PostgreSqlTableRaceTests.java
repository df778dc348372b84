package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlTableRaceTests extends TableRaceContractTests {

	PostgreSqlTableRaceTests() {
		super(TestServer.POSTGRESQL);
	}

}
