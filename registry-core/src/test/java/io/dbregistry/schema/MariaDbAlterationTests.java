package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.testsupport.TestServer;

class MariaDbAlterationTests extends AlterationContractTests {

	MariaDbAlterationTests() {
		super(TestServer.MARIADB);
	}

	@Override
	List<String> same() {
		return List.of("make numbers.a_real DOUBLE");
	}

}
