package io.dbregistry.schema;

import io.dbregistry.testsupport.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class H2KilledCreationTests extends KilledCreationContractTests {

	H2KilledCreationTests() {
		super(TestServer.H2, 0);
	}

	/** Remarks of tables, indexes and the last foreign key of a circle come later. */
	@Override
	void assertTold(String statement) {
		if (!statement.startsWith("create table")) {
			assertThat(changes()).as("killed before " + statement).isNotEmpty();
		}
		if (statement.startsWith("alter table")) {
			assertThat(mismatches()).singleElement(STRING).contains("has no foreign key from [other] to");
		}
	}

}
