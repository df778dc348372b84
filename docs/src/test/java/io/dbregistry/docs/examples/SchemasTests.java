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

}
