package io.dbregistry.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.Registry;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.query.QuerySet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Books, in the primary database.
 */
@RestController
@RequestMapping("/books")
class BookController {

	private final ModelRepository<Book> books;

	private final ModelRepository<Row> tagBooks;

	BookController(ModelRepository<Book> books, Registry registry) {
		this.books = books;
		this.tagBooks = registry.repository("TagBooks");
	}

	@GetMapping
	List<BookView> list(@RequestParam(required = false) @Nullable Long author,
			@RequestParam(defaultValue = "title") String order) {
		QuerySet<Book> query = this.books.query();
		if (author != null) {
			query = query.filter("author", author);
		}
		return query.orderBy(order).limit(100).list().stream().map(BookView::of).toList();
	}

	@GetMapping("/{id}")
	BookView get(@PathVariable long id) {
		return BookView.of(this.books.get(id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	BookView create(@Valid @RequestBody NewBook book) {
		return BookView.of(this.books
			.create(new Book(null, book.title(), Ref.of(Author.class, book.author()), book.price(), book.details())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Transactional
	void delete(@PathVariable long id) {
		Book book = this.books.get(id);
		this.tagBooks.query().filter("book", book).delete();
		this.books.delete(book);
	}

	record NewBook(@NotBlank @Size(max = 200) String title, @NotNull Long author, @NotNull @Valid Price price,
			@Nullable Map<String, Object> details) {
	}

	record BookView(long id, String title, Object author, Price price, @Nullable Map<String, Object> details) {

		static BookView of(Book book) {
			return new BookView(Objects.requireNonNull(book.id()), book.title(), book.author().key(), book.price(),
					book.details());
		}

	}

}
