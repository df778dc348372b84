package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.testsupport.TestServer;

class H2AlterationTests extends AlterationContractTests {

	H2AlterationTests() {
		super(TestServer.H2);
	}

	@Override
	List<String> same() {
		return List.of();
	}

}
