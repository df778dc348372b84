package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlManualCommitTests extends ManualCommitContractTests {

	PostgreSqlManualCommitTests() {
		super(TestServer.POSTGRESQL);
	}

}
