package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class SqliteApplyTests extends ApplyContractTests {

	SqliteApplyTests() {
		super(TestServer.SQLITE);
	}

}
