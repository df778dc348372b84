package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteConversionTests extends ConversionContractTests {

	SqliteConversionTests() {
		super(TestServer.SQLITE);
	}

}
