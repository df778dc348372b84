package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.testsupport.TestServer;

class SqliteAlterationTests extends AlterationContractTests {

	SqliteAlterationTests() {
		super(TestServer.SQLITE);
	}

	@Override
	List<String> same() {
		return List.of("change a remark", "take a remark", "give a remark", "make texts.a_varbinary BLOB",
				"make times.a_timestamp TIMESTAMP(3)", "make times.a_time TIME(3)", "make times.a_fine_time TIME(0)",
				"make times.a_timestamp_tz TIMESTAMP WITH TIME ZONE(6)", "make times.a_date TIMESTAMP(6)",
				"change the remark of a table", "take the remark of a table", "give a table a remark");
	}

}
