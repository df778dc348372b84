package io.dbregistry.sample;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.dbregistry.query.ModelRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Clicks, in the database {@code analytics}. No transaction spans both databases: a click
 * on a book that is deleted at the same moment is kept.
 */
@RestController
@RequestMapping("/clicks")
class ClickController {

	private final ModelRepository<Click> clicks;

	private final ModelRepository<Book> books;

	ClickController(ModelRepository<Click> clicks, ModelRepository<Book> books) {
		this.clicks = clicks;
		this.books = books;
	}

	@GetMapping
	List<Click> latest() {
		return this.clicks.query().orderBy("-at", "-id").limit(20).list();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Click create(@Valid @RequestBody NewClick click) {
		this.books.get(click.book());
		return this.clicks
			.create(new Click(null, click.book(), Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS)));
	}

	record NewClick(@NotNull Long book) {
	}

}
