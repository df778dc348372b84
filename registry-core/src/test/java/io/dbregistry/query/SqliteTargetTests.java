package io.dbregistry.query;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteTargetTests extends TargetContractTests {

	SqliteTargetTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void refusesSchemas() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> authors().schema("y2026").find(1L))
			.withMessage(
					"SQLite has no schemas: there is no table in schema 'y2026'; use the database without a schema");
	}

}
