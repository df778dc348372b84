package io.dbregistry.migration;

import io.dbregistry.testsupport.TestServer;

class MariaDbOwnAndOtherSchemasTests extends OwnAndOtherSchemasContractTests {

	MariaDbOwnAndOtherSchemasTests() {
		super(TestServer.MARIADB);
	}

}
