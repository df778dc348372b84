package io.dbregistry;

import io.dbregistry.testsupport.TestServer;

class MariaDbCopiedModelsTests extends CopiedModelsContractTests {

	MariaDbCopiedModelsTests() {
		super(TestServer.MARIADB);
	}

}
