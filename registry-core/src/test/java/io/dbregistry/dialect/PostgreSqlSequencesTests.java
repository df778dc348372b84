package io.dbregistry.dialect;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSequencesTests extends SequencesContractTests {

	PostgreSqlSequencesTests() {
		super(TestServer.POSTGRESQL);
	}

}
