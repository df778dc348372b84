package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class SqliteSourcesTests extends SourcesContractTests {

	SqliteSourcesTests() {
		super(TestServer.SQLITE);
	}

}
