package io.dbregistry.docs.examples;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.docs.Texts;
import io.dbregistry.model.Model;
import io.dbregistry.schema.SchemaMismatchException;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemasTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model(database = "analytics")
	record Event(@Id @GeneratedValue Long id, String kind) {
	}

	@Test
	void tables() {
		Registry registry = Registry.builder()
			.schema("shop")
			.database("jdbc:h2:mem:schemas")
			.extra("analytics", "jdbc:h2:mem:schemas-analytics")
			.models(Author.class, Event.class)
			.build();
		try (Lease lease = registry.open()) {
			// tag::tables[]
			registry.schemas().createAll(); // in the primary
			registry.schemas().createAll("analytics"); // in an extra
			registry.schemas().validate("primary", "analytics");
			registry.schemas().findDefaultName(); // shop
			// end::tables[]
			assertThat(registry.schemas().findDefaultName()).contains("shop");
			assertThat(registry.schemas().findDefaultName("analytics")).contains("PUBLIC");
			// tag::drop[]
			registry.schemas().dropAll("primary", "analytics");
			// end::drop[]
			assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(() -> registry.schemas().validate())
				.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(Texts.line("missing-table")));
		}
	}

	@Test
	void schemas() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:operations")
			.extra("analytics", "jdbc:h2:mem:operations-analytics")
			.models(Author.class, Event.class)
			.build();
		try (Lease lease = registry.open()) {
			// tag::schemas[]
			registry.schemas().create("archive"); // in the primary, without tables
			registry.schemas()
				.create("tenant_a", (create) -> create.ifNotExists().withModels().on("primary", "analytics"));
			registry.schemas().names(); // PUBLIC, archive, tenant_a
			registry.schemas().tree(); // databases, their schemas, the tables in those
			registry.schemas().drop("archive"); // must be empty
			registry.schemas().drop("tenant_a", (drop) -> drop.ifExists().cascade().on("primary", "analytics"));
			// end::schemas[]
			assertThat(registry.schemas().names()).containsExactly("PUBLIC");
			assertThat(registry.schemas().names("analytics")).containsExactly("PUBLIC");
		}
	}

}
