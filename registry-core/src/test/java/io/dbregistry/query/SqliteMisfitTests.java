package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteMisfitTests extends MisfitContractTests {

	SqliteMisfitTests() {
		super(TestServer.SQLITE);
	}

}
