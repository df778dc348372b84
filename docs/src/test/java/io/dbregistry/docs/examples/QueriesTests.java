package io.dbregistry.docs.examples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.docs.Texts;
import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Ref;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.query.NotFoundException;
import io.dbregistry.query.QuerySet;
import io.dbregistry.query.StaleVersionException;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class QueriesTests {

	// tag::models[]
	@Model
	record Author(@Id @GeneratedValue Long id, @Column(length = 100) String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @Column(length = 200) String title, @ManyToOne Ref<Author> author,
			@Column(precision = 8, scale = 2) BigDecimal price, @Version int version) {
	}
	// end::models[]

	private final Registry registry = Registry.builder()
		.database("jdbc:h2:mem:shop")
		.extra("archive", "jdbc:h2:mem:archive")
		.models(Author.class, Book.class)
		.build();

	private Lease lease;

	@BeforeEach
	void open() {
		this.lease = this.registry.open();
		this.registry.schemas().createAll();
	}

	@AfterEach
	void close() {
		this.lease.release();
	}

	@Test
	void repository() {
		Registry registry = this.registry;
		// tag::repository[]
		ModelRepository<Author> authors = registry.repository(Author.class);
		ModelRepository<Book> books = registry.repository(Book.class);

		Author author = authors.create(new Author(null, "Ursula K. Le Guin"));
		Book stored = books
			.create(new Book(null, "The Dispossessed", Ref.of(Author.class, author.id()), new BigDecimal("9.90"), 0));

		Book same = books.get(stored.id()); // or NotFoundException
		Optional<Book> maybe = books.find(42L);
		Author read = same.author().get(); // one query
		books.delete(same); // or StaleVersionException
		// end::repository[]
		assertThat(same).isEqualTo(stored);
		assertThat(maybe).isEmpty();
		assertThat(read).isEqualTo(author);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> books.get(42L))
			.withMessage(Texts.line("not-found"));
		assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> books.delete(stored));
	}

	@Test
	void query() {
		Author author = this.registry.repository(Author.class).create(new Author(null, "Ursula K. Le Guin"));
		ModelRepository<Book> books = this.registry.repository(Book.class);
		for (String title : List.of("The Dispossessed", "Malafrena", "Rocannon's World")) {
			books.create(new Book(null, title, Ref.of(Author.class, author.id()), new BigDecimal("9.90"), 0));
		}
		// tag::query[]
		QuerySet<Book> cheap = books.query()
			.filter("author", author) // the object, a Ref or the key
			.filter("price", new BigDecimal("9.90"))
			.exclude("title", "Malafrena")
			.orderBy("-price", "title"); // the dearest first

		List<Book> all = cheap.list();
		Book first = cheap.first();
		long number = cheap.count();
		boolean any = cheap.exists();
		List<Book> page = cheap.offset(20).limit(10).list();
		// end::query[]
		assertThat(all).extracting(Book::title).containsExactly("Rocannon's World", "The Dispossessed");
		assertThat(first.title()).isEqualTo("Rocannon's World");
		assertThat(number).isEqualTo(2);
		assertThat(any).isTrue();
		assertThat(page).isEmpty();
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> cheap.filter("titel", "x"))
			.withMessage(Texts.line("no-attribute"));
	}

	@Test
	void names() {
		ModelRepository<Book> books = this.registry.repository(Book.class);
		books.create(new Book(null, "Solaris", null, new BigDecimal("9.90"), 0));
		// tag::names[]
		List<Book> named = books.query()
			.filter(Book::title, "Solaris") // or Book::getTitle, Book::isOpen of a class
			.exclude(Book::author, null)
			.orderBy(Book::price)
			.list();
		// end::names[]
		assertThat(named).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> books.query().orderBy((book) -> book.title()))
			.withMessageStartingWith("'QueriesTests::lambda$");
	}

	@Test
	void delete() {
		ModelRepository<Book> books = this.registry.repository(Book.class);
		// tag::delete[]
		long deleted = books.query().filter("author", null).delete(); // number of rows
		books.query().all().delete(); // every row
		// end::delete[]
		assertThat(deleted).isZero();
		assertThatIllegalStateException().isThrownBy(() -> books.query().delete())
			.withMessage(Texts.line("delete-all"));
	}

	@Test
	void elsewhere() {
		Registry registry = this.registry;
		registry.databases().get("archive").jdbcClient().sql("create schema \"y2026\"").update();
		registry.databases()
			.get("archive")
			.jdbcClient()
			.sql("create table \"y2026\".author (id bigint generated by default as identity, name varchar(100))")
			.update();
		// tag::elsewhere[]
		ModelRepository<Author> archived = registry.repository(Author.class).using("archive").schema("y2026");
		archived.create(new Author(null, "Stanislaw Lem"));
		// end::elsewhere[]
		assertThat(archived.query().count()).isOne();
		assertThat(registry.repository(Author.class).query().count()).isZero();
	}

	@Test
	void transaction() {
		Registry registry = this.registry;
		ModelRepository<Author> authors = registry.repository(Author.class);
		// tag::transaction[]
		registry.databases().primary().transaction(() -> {
			authors.create(new Author(null, "Ursula K. Le Guin"));
			authors.create(new Author(null, "Stanislaw Lem"));
		});
		// end::transaction[]
		assertThat(authors.query().count()).isEqualTo(2);
	}

}
