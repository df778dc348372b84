package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.testsupport.TestServer;

class MariaDbForeignSchemaTests extends ForeignSchemaContractTests {

	MariaDbForeignSchemaTests() {
		super(TestServer.MARIADB, "mariadb");
	}

	@Override
	List<String> notes() {
		return List
			.of("ACT_RU_JOB has index 'ACT_IDX_JOB_HANDLER', which is left out: it is over the beginning of texts");
	}

}
