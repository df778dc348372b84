package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2TableUndoTests extends TableUndoContractTests {

	H2TableUndoTests() {
		super(TestServer.H2, 0);
	}

}
