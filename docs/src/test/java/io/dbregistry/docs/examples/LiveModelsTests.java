package io.dbregistry.docs.examples;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of models that come and go. */
class LiveModelsTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author) {
	}

	@Test
	void later() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:later").build();
		// tag::later[]
		registry.models().onRegister("Book", (model) -> {
			model.comment("for sale").index("title");
			model.attribute("title").length(200).nullable(false);
		});
		registry.models().register(Author.class, Book.class);
		registry.models().register(Conflict.KEEP, Book.class); // nothing happens
		registry.models().get(Author.class).backward("book"); // Book.author
		registry.models().remove(Book.class); // true, then false
		// end::later[]
		assertThat(registry.models().names()).containsExactly("Author");
	}

	@Test
	void rows() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:rows").models(Author.class).build();
		// tag::classless[]
		registry.models().register("Setting", (model) -> {
			model.add("name", String.class).length(40).nullable(false).unique(true);
			model.add("size", int.class);
			model.reference("author", "Author");
		});
		// end::classless[]
		// tag::keyed[]
		registry.models().register("Country", (model) -> {
			model.add("code", String.class).length(2).key();
			model.add("name", String.class).nullable(false);
		});
		// end::keyed[]
		assertThat(registry.models().get("Country").key()).singleElement()
			.extracting(Attribute::name)
			.isEqualTo("code");
		try (Lease lease = registry.open()) {
			registry.schemas().createAll("primary");
			// tag::rows[]
			ModelRepository<Row> settings = registry.repository("Setting");
			Row stored = settings.create(new Row().set("name", "font").set("size", 12));
			stored.get("id", Long.class); // made by the database
			registry.query("Setting").filter("name", "font").get().asMap(); // by name
			// end::rows[]
			assertThat(settings.get(stored.get("id")).get("size")).isEqualTo(12);
		}
	}

}
