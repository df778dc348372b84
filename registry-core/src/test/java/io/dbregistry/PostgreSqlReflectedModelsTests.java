package io.dbregistry;

import java.util.List;

import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Note;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostgreSqlReflectedModelsTests extends ReflectedModelsContractTests {

	PostgreSqlReflectedModelsTests() {
		super(TestServer.POSTGRESQL);
	}

	@Test
	void columnsWithoutAJavaTypeAreWrittenAsText() {
		execute("create type mood as enum ('calm', 'cross')",
				"create table ledger (id bigint primary key, host inet, mood mood, words tsvector, span interval)");
		Registry registry = registry();
		registry.models().register("Legacy", ReflectedModelsContractTests::legacy);
		try (Lease open = registry.open()) {
			ModelRepository<Row> rows = registry.repository("Legacy");
			rows.create(new Row().set("id", 1L)
				.set("host", "10.0.0.1")
				.set("mood", "cross")
				.set("words", "'cat' 'dog'")
				.set("span", "1 day"));
			rows.create(new Row().set("id", 2L));
			Row stored = rows.get(1L);
			assertThat(stored.asMap()).containsEntry("host", "10.0.0.1")
				.containsEntry("mood", "cross")
				.containsEntry("words", "'cat' 'dog'")
				.containsEntry("span", "1 day");
			assertThat(rows.get(2L).get("mood")).isNull();
			assertThat(registry.query("Legacy").filter("mood", "cross").count()).isOne();
			assertThat(registry.query("Legacy").filter("host", "10.0.0.1").count()).isOne();
			List<Note> notes = registry.reflection().refresh("primary");
			assertThat(notes).hasSize(4);
			assertThat(open).isNotNull();
		}
	}

}
