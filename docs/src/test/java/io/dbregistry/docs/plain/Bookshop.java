package io.dbregistry.docs.plain;

// tag::program[]
import java.time.Instant;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

final class Bookshop {

	@Model
	record Book(@Id @GeneratedValue Long id, @Column(length = 200, nullable = false) String title) {
	}

	@Model(database = "analytics")
	record PageView(@Id @GeneratedValue Long id, String page, Instant at) {
	}

	private Bookshop() {
	}

	public static void main(String[] arguments) {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:shop")
			.extra("analytics", "jdbc:h2:mem:analytics")
			.models(Book.class, PageView.class)
			.build();
		try (Lease lease = registry.open("bookshop")) {
			registry.schemas().createAll("primary", "analytics");

			Book book = registry.repository(Book.class).create(new Book(null, "The Dispossessed"));
			registry.repository(PageView.class).create(new PageView(null, "/books/" + book.id(), Instant.now()));

			System.out.println(registry.query(Book.class).list());
			System.out.println(registry.query(PageView.class).filter("page", "/books/1").count());
		}
	}

}
// end::program[]
