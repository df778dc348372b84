package io.dbregistry.testsupport;

class H2TestDatabaseTests extends TestDatabaseContractTests {

	H2TestDatabaseTests() {
		super(TestServer.H2);
	}

}
