package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteJsonObjectTests extends JsonObjectContractTests {

	SqliteJsonObjectTests() {
		super(TestServer.SQLITE);
	}

}
