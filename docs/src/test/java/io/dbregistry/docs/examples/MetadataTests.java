package io.dbregistry.docs.examples;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model(database = "archive")
	record Event(@Id @GeneratedValue Long id, String kind) {
	}

	@Test
	void metadata() {
		Registry registry = Registry.builder()
			.schema("shop")
			.database("jdbc:h2:mem:metadata")
			.extra("archive", "jdbc:h2:mem:metadata-archive")
			.models(Author.class, Event.class)
			.build();
		try (Lease lease = registry.open()) {
			registry.schemas().create("y2025", (create) -> create.on("archive"));
			registry.schemas().create("y2026", (create) -> create.on("archive"));
			// tag::metadata[]
			Metadata metadata = registry.metadata(); // of the primary
			Table author = metadata.find(new QualifiedName("shop", "author")).orElseThrow();
			registry.metadata("archive"); // or NoSuchDatabaseException
			registry.findMetadata("archive"); // an Optional
			registry.metadataByUrl("jdbc:h2:mem:metadata"); // one for each database there
			// end::metadata[]
			assertThat(author.columns()).hasSize(2);
			assertThat(registry.metadata("archive").tables()).hasSize(1);
			// tag::selection[]
			Metadata years = registry.metadata("archive", (select) -> select.inSchemas("y20\\d\\d"));
			years.tables(); // y2025.event, y2026.event
			registry.metadata("archive", (select) -> select.inAllSchemas().ignoring("tmp_.*").withTenants());
			registry.metadata("archive", (select) -> select.inSchemas("y20\\d\\d").updating(years));
			// end::selection[]
			assertThat(years.tables()).extracting((table) -> table.name().toString())
				.containsExactly("y2025.event", "y2026.event");
		}
	}

}
