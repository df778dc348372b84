package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class H2RegistryCopyTests extends RegistryCopyContractTests {

	H2RegistryCopyTests() {
		super(TestServer.H2);
	}

}
