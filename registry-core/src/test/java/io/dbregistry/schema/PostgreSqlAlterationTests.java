package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlAlterationTests extends AlterationContractTests {

	PostgreSqlAlterationTests() {
		super(TestServer.POSTGRESQL);
	}

	@Override
	List<String> same() {
		return List.of("make texts.a_varbinary BLOB");
	}

}
