package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;

class SqliteCompositeKeyTests extends CompositeKeyContractTests {

	SqliteCompositeKeyTests() {
		super(TestServer.SQLITE);
	}

}
