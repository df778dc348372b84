package io.dbregistry.sample;

import java.util.List;

import io.dbregistry.query.ModelRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/authors")
class AuthorController {

	private final ModelRepository<Author> authors;

	AuthorController(ModelRepository<Author> authors) {
		this.authors = authors;
	}

	@GetMapping
	List<Author> list() {
		return this.authors.query().orderBy("name").list();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Author create(@Valid @RequestBody NewAuthor author) {
		return this.authors.create(new Author(null, author.name()));
	}

	record NewAuthor(@NotBlank @Size(max = 100) String name) {
	}

}
