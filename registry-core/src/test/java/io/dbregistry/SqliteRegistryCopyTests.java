package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class SqliteRegistryCopyTests extends RegistryCopyContractTests {

	SqliteRegistryCopyTests() {
		super(TestServer.SQLITE);
	}

}
