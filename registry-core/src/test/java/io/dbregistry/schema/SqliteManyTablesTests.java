package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteManyTablesTests extends ManyTablesContractTests {

	SqliteManyTablesTests() {
		super(TestServer.SQLITE);
	}

}
