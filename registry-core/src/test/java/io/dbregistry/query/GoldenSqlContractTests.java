package io.dbregistry.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SQL of repositories and queries as it was executed and as people reviewed it:
 * {@code sql/PRODUCT.sql} beside this class.
 */
abstract class GoldenSqlContractTests {

	@Model
	record Country(@Id String code, String name) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(nullable = false) String name,
			@ManyToOne(optional = false) Country country) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @Column(nullable = false) String title, Integer pages,
			@ManyToOne Ref<Author> author, @ManyToOne Author editor, @Version int version) {
	}

	@Model
	record Mark(@Id @GeneratedValue Long id) {
	}

	@Model
	record Price(@Id String sku, @Id @Column(name = "drop \"`x") int year, long cents) {
	}

	private final QueryFixture fixture;

	GoldenSqlContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Country.class, Author.class, Book.class, Mark.class, Price.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void isWhatWasReviewed() throws IOException {
		writes();
		queries();
		List<String> executed = this.fixture.executions().stream().map(StatementExecution::sql).toList();
		String product = this.fixture.primary().dialect().product().toLowerCase(Locale.ROOT);
		String file = "sql/" + product + ".sql";
		try (InputStream expected = GoldenSqlContractTests.class.getResourceAsStream(file)) {
			assertThat(String.join(";\n", executed) + ";\n")
				.isEqualTo(new String(Objects.requireNonNull(expected, file).readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private void writes() {
		Country country = this.fixture.repository(Country.class).create(new Country("PL", "Poland"));
		Author lem = this.fixture.repository(Author.class).create(new Author(null, "Lem", country));
		ModelRepository<Book> books = this.fixture.repository(Book.class);
		Book book = books.create(new Book(null, "Solaris", 204, Ref.of(Author.class, lem.id()), lem, 0));
		books.create(new Book(book.id() + 7, "Fiasco", null, null, null, 0));
		books.get(book.id());
		books.delete(book);
		books.deleteByKey(book.id());
		this.fixture.repository(Mark.class).create(new Mark(null));
		ModelRepository<Price> prices = this.fixture.repository(Price.class);
		Price price = prices.create(new Price("x", 2026, 995));
		prices.find(List.of("x", 2026));
		prices.delete(price);
	}

	private void queries() {
		QuerySet<Book> books = this.fixture.repository(Book.class).query();
		books.list();
		books.filter("title", "Solaris").filter("author", 1).filter("editor", null).list();
		books.exclude("title", "Solaris").exclude("pages", 1).exclude("author", null).list();
		books.orderBy("-pages", "title").list();
		books.orderBy("title").limit(2).list();
		books.orderBy("title").offset(1).list();
		books.orderBy("title").limit(2).offset(1).list();
		books.limit(1).first();
		books.filter("pages", 1).find();
		books.count();
		books.filter("pages", 1).limit(2).offset(1).count();
		books.filter("pages", 1).exists();
		books.filter("pages", null).offset(1).exists();
		books.exclude("pages", 1).delete();
		books.all().delete();
		this.fixture.repository(Author.class).query().list();
		QuerySet<Price> prices = this.fixture.repository(Price.class).query();
		prices.filter("year", 2026).orderBy("-year").list();
	}

}
