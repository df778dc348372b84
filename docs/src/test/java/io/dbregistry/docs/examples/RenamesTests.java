package io.dbregistry.docs.examples;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RenamedFrom;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class RenamesTests {

	// tag::renamed[]
	@Model
	@RenamedFrom("volume")
	record Book(@Id @GeneratedValue Long id, @RenamedFrom("label") String title,
			@ManyToOne @RenamedFrom("printer_id") Ref<Publisher> publisher) {
	}
	// end::renamed[]

	@Model
	record Publisher(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	static class Shelf {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToMany
		private List<Book> books;

	}

	@Test
	void sayWhatTablesAndColumnsWereCalled() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:renames")
			.models(Book.class, Publisher.class, Shelf.class)
			.build();
		// tag::callback[]
		registry.models().onRegister("ShelfBooks", (model) -> {
			model.renamedFrom("shelf_volumes");
			model.attribute("book").renamedFrom("volume_id");
		});
		// end::callback[]
		ModelType<Book> book = registry.models().get(Book.class);
		assertThat(book.formerTable()).contains("volume");
		assertThat(book.formerColumns()).containsExactly(entry("title", "label"), entry("publisher_id", "printer_id"));
		ModelType<?> join = registry.models().get("ShelfBooks");
		assertThat(join.formerTable()).contains("shelf_volumes");
		assertThat(join.formerColumns()).containsExactly(entry("book_id", "volume_id"));
	}

}
