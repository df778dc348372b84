package io.dbregistry.dialect;

import io.dbregistry.testsupport.TestServer;

class H2SequencesTests extends SequencesContractTests {

	H2SequencesTests() {
		super(TestServer.H2);
	}

}
