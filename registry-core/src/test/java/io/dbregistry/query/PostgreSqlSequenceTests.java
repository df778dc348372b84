package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlSequenceTests extends SequenceContractTests {

	PostgreSqlSequenceTests() {
		super(TestServer.POSTGRESQL);
	}

}
