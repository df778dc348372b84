package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbConversionTests extends ConversionContractTests {

	MariaDbConversionTests() {
		super(TestServer.MARIADB);
	}

}
