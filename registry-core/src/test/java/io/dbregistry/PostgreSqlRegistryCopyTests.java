package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlRegistryCopyTests extends RegistryCopyContractTests {

	PostgreSqlRegistryCopyTests() {
		super(TestServer.POSTGRESQL);
	}

}
