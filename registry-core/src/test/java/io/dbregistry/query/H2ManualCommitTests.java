package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2ManualCommitTests extends ManualCommitContractTests {

	H2ManualCommitTests() {
		super(TestServer.H2);
	}

}
