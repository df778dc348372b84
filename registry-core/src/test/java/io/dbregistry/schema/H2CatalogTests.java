package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

class H2CatalogTests extends CatalogContractTests {

	H2CatalogTests() {
		super(TestServer.H2);
	}

}
