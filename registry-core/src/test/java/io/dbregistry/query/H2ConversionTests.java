package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class H2ConversionTests extends ConversionContractTests {

	H2ConversionTests() {
		super(TestServer.H2);
	}

}
