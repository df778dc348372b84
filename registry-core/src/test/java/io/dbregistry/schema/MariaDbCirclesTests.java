package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MariaDbCirclesTests extends CirclesContractTests {

	MariaDbCirclesTests() {
		super(TestServer.MARIADB);
	}

	@Test
	void sayWhyTheyStayHoweverManyReferToThem() {
		Table[] circle = { SampleTables.referring("hen", "egg"), SampleTables.referring("egg", "hen") };
		create(circle);
		for (int i = 0; i < 12; i++) {
			execute("create table %s%d (egg bigint, foreign key (egg) references egg (id))".formatted("s".repeat(50),
					i));
		}
		DdlRun run = new DdlRun(this.database, List.of(circle), List.of());
		assertThatExceptionOfType(SchemaException.class).isThrownBy(run::drop)
			.withMessageContaining("Others refer to these tables: ss");
	}

}
