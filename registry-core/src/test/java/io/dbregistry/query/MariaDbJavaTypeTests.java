package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbJavaTypeTests extends JavaTypeContractTests {

	MariaDbJavaTypeTests() {
		super(TestServer.MARIADB);
	}

	@Override
	boolean hasArrays() {
		return false;
	}

}
