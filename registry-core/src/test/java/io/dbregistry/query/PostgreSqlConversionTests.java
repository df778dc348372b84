package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlConversionTests extends ConversionContractTests {

	PostgreSqlConversionTests() {
		super(TestServer.POSTGRESQL);
	}

}
