package io.dbregistry.sample;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.dbregistry.Registry;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

	private final JdbcClient analytics;

	private final Registry registry;

	ClickController(ModelRepository<Click> clicks, ModelRepository<Book> books,
			@Qualifier("analytics") JdbcClient analytics, Registry registry) {
		this.clicks = clicks;
		this.books = books;
		this.analytics = analytics;
		this.registry = registry;
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

	@GetMapping("/top")
	List<TopBook> top() {
		return this.analytics.sql("select book, count(*) as clicks from click group by book order by clicks desc")
			.query((row, number) -> new TopBook(row.getLong("book"), row.getLong("clicks")))
			.list();
	}

	@GetMapping("/archive/{year}")
	List<Map<String, @Nullable Object>> archive(@PathVariable int year) {
		return this.registry.query("clicks_" + year).orderBy("-day").list().stream().map(Row::asMap).toList();
	}

	record TopBook(long book, long clicks) {
	}

	record NewClick(@NotNull Long book) {
	}

}
