package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteJavaTypeTests extends JavaTypeContractTests {

	SqliteJavaTypeTests() {
		super(TestServer.SQLITE);
	}

	@Override
	boolean hasArrays() {
		return false;
	}

}
