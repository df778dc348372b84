package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2CompositeKeyTests extends CompositeKeyContractTests {

	H2CompositeKeyTests() {
		super(TestServer.H2);
	}

}
