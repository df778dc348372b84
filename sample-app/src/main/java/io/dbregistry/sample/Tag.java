package io.dbregistry.sample;

import java.util.Set;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;

/**
 * A word that books are found by; in the primary database. Which books have it is in the
 * table {@code tag_books}, whose rows are those of the model {@code TagBooks}.
 */
// tag::model[]
@Model
class Tag {

	@Id
	private String name;

	@ManyToMany
	@OrderBy("title")
	private Set<Book> books = Set.of();

	Tag() {
		this("");
	}

	Tag(String name) {
		this.name = name;
	}

	Set<Book> books() {
		return this.books;
	}

}
// end::model[]
