package io.dbregistry.docs.examples;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Row;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReflectedModelsTests {

	// tag::model[]
	@Model(reflected = true, unchecked = "remark")
	record Invoice(@Id Long id, String customer, String remark) {
	}
	// end::model[]

	@Test
	void patterns() {
		// tag::pattern[]
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:patterns")
			.pattern("Old", (pattern) -> pattern.include("t_.*").exclude(".*_tmp").modelName("{modelName}_{tableName}"))
			.build();
		// end::pattern[]
		try (Lease before = registry.databases().primary().acquire("the owner of the tables")) {
			registry.databases().primary().jdbcOperations().execute("create table t_order (id bigint primary key)");
			try (Lease lease = registry.open()) {
				assertThat(registry.query("Old_t_order").count()).isZero();
				assertThat(lease).isNotSameAs(before);
			}
		}
	}

	@Test
	void reflectedModels() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:reflected").models(Invoice.class).build();
		try (Lease before = registry.databases().primary().acquire("the owner of the tables")) {
			registry.databases()
				.primary()
				.jdbcOperations()
				.execute("create table invoice (id bigint primary key, customer varchar(99), total decimal(9, 2))");
			registry.databases()
				.primary()
				.jdbcOperations()
				.execute("create table customer (id bigint primary key, \"full name\" varchar(99))");
			// tag::reflected[]
			// all columns of the table
			registry.models().register("Customer", (model) -> model.reflected());
			try (Lease lease = registry.open()) {
				registry.query(Invoice.class).count();
				registry.repository("Customer").create(new Row().set("id", 1L).set("full name", "Ann"));
				registry.reflection().refresh("primary"); // looks again
			}
			// end::reflected[]
			try (Lease lease = registry.open()) {
				assertThat(registry.query("Customer").get().get("full name")).isEqualTo("Ann");
				assertThat(lease).isNotSameAs(before);
			}
		}
	}

}
