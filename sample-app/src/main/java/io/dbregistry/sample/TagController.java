package io.dbregistry.sample;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.sample.BookController.BookView;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tags and the books that have them, in the primary database.
 */
@RestController
@RequestMapping("/tags")
class TagController {

	private final ModelRepository<Tag> tags;

	private final ModelRepository<Row> tagBooks;

	TagController(ModelRepository<Tag> tags, Registry registry) {
		this.tags = tags;
		this.tagBooks = registry.repository("TagBooks");
	}

	@PutMapping("/{name}/books/{book}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Transactional
	void add(@PathVariable String name, @PathVariable long book) {
		if (this.tags.find(name).isEmpty()) {
			this.tags.create(new Tag(name));
		}
		this.tagBooks.create(new Row().set("tag", Ref.of(Tag.class, name)).set("book", Ref.of(Book.class, book)));
	}

	@GetMapping("/{name}/books")
	List<BookView> books(@PathVariable String name) {
		Tag tag = this.tags.get(name);
		this.tags.fetch(tag, "books");
		return tag.books().stream().map(BookView::of).toList();
	}

}
