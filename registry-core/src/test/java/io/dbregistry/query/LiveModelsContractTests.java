package io.dbregistry.query;

import java.util.List;

import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.model.UnregisteredModelException;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.schema.Schemas;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Models that come, change and go while their database is in use. */
abstract class LiveModelsContractTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Author author, @Version int version) {
	}

	@Model
	record Review(@Id @GeneratedValue Long id, String text, @ManyToOne Ref<Book> book) {
	}

	@Model(name = "Author")
	@Table(name = "writer")
	record Writer(@Id @GeneratedValue Long id, @Column(length = 50) String name) {
	}

	@Model(reflected = true)
	record Legacy(@Id long id) {
	}

	@Model(tenant = true)
	record Customer(@Id long id) {
	}

	private final TestServer server;

	private QueryFixture fixture;

	LiveModelsContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open() {
		this.fixture = QueryFixture.open(this.server, Author.class);
	}

	@AfterEach
	void close() {
		if (this.fixture != null) { // null when there is no server and the test is
									// skipped
			this.fixture.close();
		}
	}

	private void createAll() {
		Schemas.of(this.fixture.databases(), this.fixture.models()).createAll("primary");
	}

	@Test
	void storesObjectsOfModelsThatCameLater() {
		this.fixture.models().register(Book.class, Review.class);
		createAll();
		Author author = this.fixture.repository(Author.class).create(new Author(null, "Le Guin"));
		Book book = this.fixture.repository(Book.class).create(new Book(null, "The Dispossessed", author, 0));
		Review review = this.fixture.repository(Review.class)
			.create(new Review(null, "good", Ref.of(Book.class, book.id())));
		assertThat(this.fixture.repository(Review.class).get(review.id()).book().get()).isEqualTo(book);
	}

	@Test
	void compilesAnewWhenADefinitionChanges() {
		ModelRepository<Author> authors = this.fixture.repository(Author.class);
		authors.create(new Author(null, "Le Guin"));
		assertThat(authors.query().list()).hasSize(1);
		this.fixture.models().onRegister("Author", (model) -> {
			model.table("people");
			model.attribute("name").column("full_name");
		});
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> authors.query().list());
		createAll();
		assertThat(authors.query().count()).isZero();
		Author stored = authors.create(new Author(null, "Lem"));
		assertThat(authors.get(stored.id())).isEqualTo(stored);
		assertThat(authors.query().filter("name", "Lem").get()).isEqualTo(stored);
		assertThat(this.fixture.primary().jdbcClient().sql("select full_name from people").query(String.class).list())
			.containsExactly("Lem");
	}

	@Test
	void keepsQueriesThatWereMadeBeforeADefinitionChanged() {
		ModelRepository<Author> authors = this.fixture.repository(Author.class);
		QuerySet<Author> query = authors.query().filter("name", "Lem").exclude("id", null).orderBy("-name");
		assertThat(query.list()).isEmpty();
		this.fixture.models().onRegister("Author", (model) -> {
			model.table("people");
			model.attribute("name").column("full_name");
		});
		createAll();
		Author stored = authors.create(new Author(null, "Lem"));
		assertThat(query.list()).containsExactly(stored);
		assertThat(query.filter("id", stored.id()).count()).isOne();
		assertThat(query.limit(1).first()).isEqualTo(stored);
		assertThat(query.delete()).isOne();
	}

	@Test
	void findsTheSameAfterEverythingDerivedWasDropped() {
		ModelRepository<Author> authors = this.fixture.repository(Author.class);
		Author stored = authors.create(new Author(null, "Le Guin"));
		QuerySet<Author> named = authors.query().filter("name", "Le Guin");
		assertThat(named.get()).isEqualTo(stored);
		ModelType<Author> model = this.fixture.models().get(Author.class);
		long revision = model.revision();
		this.fixture.models().invalidate();
		assertThat(this.fixture.models().get(Author.class)).isSameAs(model);
		assertThat(model.revision()).isNotEqualTo(revision);
		assertThat(named.get()).isEqualTo(stored);
		assertThat(authors.get(stored.id())).isEqualTo(stored);
		assertThat(authors.create(new Author(null, "Lem")).id()).isNotEqualTo(stored.id());
	}

	@Test
	void saysThatAModelIsGone() {
		ModelRepository<Author> authors = this.fixture.repository(Author.class);
		authors.create(new Author(null, "Le Guin"));
		this.fixture.models().register(Conflict.REPLACE, Writer.class);
		assertThatExceptionOfType(UnregisteredModelException.class).isThrownBy(() -> authors.get(1))
			.withMessageContaining("'Author'");
		assertThatExceptionOfType(UnregisteredModelException.class).isThrownBy(() -> authors.query().list());
		createAll();
		Writer writer = this.fixture.repository(Writer.class).create(new Writer(null, "Lem"));
		assertThat(this.fixture.repository(Writer.class).query().list()).containsExactly(writer);
	}

	@Test
	void namesTheTargetThatIsMissing() {
		this.fixture.models().register(Book.class);
		createAll();
		ModelRepository<Book> books = this.fixture.repository(Book.class);
		books.create(new Book(null, "Roadside Picnic", null, 0));
		assertThat(this.fixture.models().remove(Author.class)).isTrue();
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(() -> books.query().list())
			.withMessageContaining("'author' refers to model 'Author', which is not registered");
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(this::createAll)
			.withMessageContaining("Model 'Book' cannot be used");
		this.fixture.models().register(Author.class);
		assertThat(books.query().list()).hasSize(1);
	}

	@Test
	void storesRowsOfModelsWithoutAClass() {
		this.fixture.models().register("Shelf", (model) -> {
			model.add("room", String.class).length(20).nullable(false);
			model.add("places", Integer.class);
			model.reference("author", "Author");
			model.reference("above", "Shelf");
		});
		createAll();
		Author author = this.fixture.repository(Author.class).create(new Author(null, "Le Guin"));
		ModelRepository<Row> shelves = this.fixture.queries().repository("Shelf");
		Row upper = shelves.create(new Row().set("room", "attic").set("places", 40));
		Row lower = shelves.create(new Row().set("room", "cellar")
			.set("author", Ref.of(Author.class, author.id()))
			.set("above", Ref.of("Shelf", upper.get("id"))));
		assertThat(upper.get("id", Long.class)).isPositive();
		Row read = shelves.get(lower.get("id"));
		assertThat(read.asMap()).containsOnlyKeys("id", "room", "places", "author", "above")
			.containsEntry("room", "cellar")
			.containsEntry("places", null);
		assertThat(((Ref<?>) read.get("author")).get()).isEqualTo(author);
		assertThat(((Ref<?>) read.get("above")).get()).isEqualTo(shelves.get(upper.get("id")));
		assertThat(shelves.query().filter("above", upper).list()).containsExactly(read);
		assertThat(shelves.query().filter("places", 40).orderBy("-room").list()).hasSize(1);
		assertThat(shelves.delete(read)).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> shelves.create(new Row().set("room", 5)))
			.withMessage(
					"'room' of model 'Shelf' has values of type 'String', and '5' is an 'Integer'; give a 'String'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> shelves.create(new Row().set("room", "x").set("author", 5)))
			.withMessage("'author' of model 'Shelf' has values of type 'Ref', and '5' is an 'Integer'; give a 'Ref': "
					+ "Ref.of(…) makes it of the target and a key");
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> shelves.create(new Row().set("room", "hall").set("Places", 4)))
			.withMessageStartingWith("Model 'Shelf' has no attribute 'Places'");
		assertThat(shelves.query().filter("room", "hall").count()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> shelves.query().filter("above", Ref.of("Book", 1)).list())
			.withMessageContaining("'Ref[Book 1]' does not");
	}

	@Test
	void readsAndWritesRowsOfModelsWithAClass() {
		this.fixture.models().register(Book.class);
		createAll();
		Author author = this.fixture.repository(Author.class).create(new Author(null, "Le Guin"));
		ModelRepository<Row> rows = this.fixture.queries().repository("Book");
		Row stored = rows.create(new Row().set("title", "Lathe").set("author", Ref.of(Author.class, author.id())));
		Book book = this.fixture.repository(Book.class).get(stored.get("id"));
		assertThat(book).isEqualTo(new Book(stored.get("id", Long.class), "Lathe", author, 0));
		Row read = rows.query().filter("title", "Lathe").get();
		assertThat(read.asMap().keySet()).containsExactly("id", "title", "author", "version");
		assertThat(read.get("author")).isEqualTo(Ref.of(Author.class, author.id()));
		ModelType<Row> view = this.fixture.models().rows("Book");
		assertThat(view.table()).isSameAs(this.fixture.models().get(Book.class).table());
		assertThat(this.fixture.models().rows("Book")).isSameAs(view);
	}

	@Test
	void makesOnlyTheTablesThatAreItsOwn() {
		this.fixture.models().register(Legacy.class, Customer.class, Book.class);
		createAll();
		assertThat(tables()).contains("author", "book").doesNotContain("legacy", "customer");
		Schemas.of(this.fixture.databases(), this.fixture.models()).dropAll("primary");
		assertThat(tables()).doesNotContain("author", "book");
	}

	private List<String> tables() {
		return List.of("author", "book", "legacy", "customer").stream().filter((table) -> {
			try {
				this.fixture.primary().jdbcClient().sql("select count(*) from " + table).query(Long.class).single();
				return true;
			}
			catch (DataAccessException ex) {
				return false;
			}
		}).toList();
	}

}
