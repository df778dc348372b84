package io.dbregistry.testsupport;

class MariaDbTestDatabaseTests extends TestDatabaseContractTests {

	MariaDbTestDatabaseTests() {
		super(TestServer.MARIADB);
	}

}
