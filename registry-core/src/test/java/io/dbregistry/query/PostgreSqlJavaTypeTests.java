package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlJavaTypeTests extends JavaTypeContractTests {

	PostgreSqlJavaTypeTests() {
		super(TestServer.POSTGRESQL);
	}

}
