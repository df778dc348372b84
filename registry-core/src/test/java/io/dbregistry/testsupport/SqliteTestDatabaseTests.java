package io.dbregistry.testsupport;

class SqliteTestDatabaseTests extends TestDatabaseContractTests {

	SqliteTestDatabaseTests() {
		super(TestServer.SQLITE);
	}

}
