package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class MariaDbJsonObjectTests extends JsonObjectContractTests {

	MariaDbJsonObjectTests() {
		super(TestServer.MARIADB);
	}

}
