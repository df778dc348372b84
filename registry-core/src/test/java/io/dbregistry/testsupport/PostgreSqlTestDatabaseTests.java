package io.dbregistry.testsupport;

class PostgreSqlTestDatabaseTests extends TestDatabaseContractTests {

	PostgreSqlTestDatabaseTests() {
		super(TestServer.POSTGRESQL);
	}

}
