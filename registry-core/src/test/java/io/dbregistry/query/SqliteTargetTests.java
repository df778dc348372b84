package io.dbregistry.query;

import io.dbregistry.dialect.SchemasUnsupportedException;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteTargetTests extends TargetContractTests {

	SqliteTargetTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void refusesSchemas() {
		assertThatExceptionOfType(SchemasUnsupportedException.class)
			.isThrownBy(() -> authors().schema("y2026").find(1L))
			.withMessage("SQLite has no schemas: there is no schema 'y2026'; leave it out, or use another product")
			.satisfies((ex) -> {
				assertThat(ex.getProduct()).isEqualTo("SQLite");
				assertThat(ex.getSchema()).isEqualTo("y2026");
			});
	}

}
