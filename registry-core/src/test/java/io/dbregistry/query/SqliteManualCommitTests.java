package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteManualCommitTests extends ManualCommitContractTests {

	SqliteManualCommitTests() {
		super(TestServer.SQLITE);
	}

}
