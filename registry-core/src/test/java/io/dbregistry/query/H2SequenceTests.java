package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2SequenceTests extends SequenceContractTests {

	H2SequenceTests() {
		super(TestServer.H2);
	}

}
