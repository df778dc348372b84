package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteHostileNamesTests extends HostileNamesContractTests {

	SqliteHostileNamesTests() {
		super(TestServer.SQLITE);
	}

}
