package io.dbregistry.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.UnloadedException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What repositories do on every product. */
abstract class RepositoryContractTests {

	@Model
	record Country(@Id String code, String name) {
	}

	@Model
	record Publisher(@Id @GeneratedValue UUID id, String name, @ManyToOne(optional = false) Country country,
			@ManyToOne Ref<Country> branch) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(unique = true, nullable = false) String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @Column(nullable = false) String title, @ManyToOne Ref<Author> author,
			@ManyToOne Publisher publisher, @Version Integer version) {
	}

	@Model
	static class Note {

		@Id
		@GeneratedValue
		private int id;

		private String text;

		@ManyToOne
		private Ref<Author> author;

		@Version
		private long version;

		Note() {
		}

		Note(String text, @Nullable Ref<Author> author) {
			this.text = text;
			this.author = author;
		}

	}

	@Model
	record Mark(@Id @GeneratedValue Long id) {
	}

	@Model
	record Price(@Id String sku, @Id int year, long cents) {
	}

	@Model
	record Missing(@Id Long id) {
	}

	private final QueryFixture fixture;

	RepositoryContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Country.class, Publisher.class, Author.class, Book.class, Note.class,
				Mark.class, Price.class, Missing.class);
		this.fixture.primary().jdbcOperations().execute("drop table missing");
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void storesAnObjectAndGivesItsKeyInOneStatement() {
		Author stored = authors().create(new Author(null, "Le Guin"));
		assertThat(stored.id()).isPositive();
		assertThat(stored.name()).isEqualTo("Le Guin");
		assertThat(this.fixture.executions()).hasSize(1).allMatch((execution) -> execution.rows() == 1);
		assertThat(authors().get(stored.id())).isEqualTo(stored);
		assertThat(this.fixture.executions()).hasSize(1);
	}

	@Test
	void keepsAKeyThatIsGiven() {
		assertThat(authors().create(new Author(4711L, "Le Guin")).id()).isEqualTo(4711L);
		assertThat(authors().get(4711).name()).isEqualTo("Le Guin");
	}

	@Test
	void storesAnObjectOfWhichAllIsGenerated() {
		ModelRepository<Mark> marks = this.fixture.repository(Mark.class);
		assertThat(marks.create(new Mark(null)).id()).isNotEqualTo(marks.create(new Mark(null)).id());
		assertThat(marks.query().count()).isEqualTo(2);
	}

	@Test
	void fillsTheSameObjectOfAMutableClass() {
		Author author = authors().create(new Author(null, "Le Guin"));
		ModelRepository<Note> notes = this.fixture.repository(Note.class);
		Note note = new Note("first", Ref.of(Author.class, author.id()));
		assertThat(notes.create(note)).isSameAs(note);
		assertThat(note.id).isPositive();
		Note read = notes.get(note.id);
		assertThat(read).isNotSameAs(note);
		assertThat(read.text).isEqualTo("first");
		assertThat(read.author.get()).isEqualTo(author);
		Note empty = notes.get(notes.create(new Note(null, null)).id);
		assertThat(empty.text).isNull();
		assertThat(empty.author).isNull();
	}

	@Test
	void makesRandomKeysAndJoinsEagerReferences() {
		Publisher publisher = publisher();
		assertThat(publisher.id()).isNotNull();
		Book book = books().create(new Book(null, "The Dispossessed", null, publisher, null));
		this.fixture.executions();
		Book read = books().get(book.id());
		assertThat(this.fixture.executions()).hasSize(1);
		assertThat(read.publisher()).isEqualTo(publisher);
		assertThat(read.publisher().country()).isEqualTo(new Country("US", "Amerika"));
		assertThat(read).isEqualTo(book);
	}

	@Test
	void readsAnEagerReferenceToNothingAsNull() {
		Book book = books().create(new Book(null, "Anonymous", null, null, null));
		assertThat(books().get(book.id()).publisher()).isNull();
		assertThat(books().get(book.id()).author()).isNull();
	}

	@Test
	void loadsAReferenceOnRequestFromWhereItWasRead() {
		Author author = authors().create(new Author(null, "Le Guin"));
		Book book = books().create(new Book(null, "Rocannon", Ref.of(Author.class, author.id()), null, null));
		Ref<Author> ref = books().get(book.id()).author();
		this.fixture.executions();
		assertThat(ref.key()).isEqualTo(author.id());
		assertThat(this.fixture.executions()).isEmpty();
		assertThat(ref.get()).isEqualTo(author);
		assertThat(this.fixture.executions()).hasSize(1);
		books().delete(book);
		authors().delete(author);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(ref::get);
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> book.author().get());
	}

	@Test
	void readsReferencesInsideOfJoinedObjects() {
		Publisher publisher = publisher();
		Book book = books().create(new Book(null, "Planet of Exile", null, publisher, null));
		assertThat(books().get(book.id()).publisher().branch().get()).isEqualTo(new Country("US", "Amerika"));
	}

	@Test
	void tellsWhenThereIsNoObject() {
		assertThat(authors().find(42L)).isEqualTo(Optional.empty());
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> authors().get(42L))
			.withMessage(
					"No object of model 'Author' has key '42' in database 'primary'; use find(…) where there may be none")
			.satisfies((exception) -> {
				assertThat(exception.getModel()).isEqualTo("Author");
				assertThat(exception.getKey()).contains(42L);
			});
	}

	@Test
	void refusesKeysOfAnotherType() {
		assertThatIllegalArgumentException().isThrownBy(() -> authors().find("42"))
			.withMessage("'id' of model 'Author' has values of type 'Long', and '42' is a 'String'; give a 'Long'");
		assertThatIllegalArgumentException().isThrownBy(() -> authors().find(1.5))
			.withMessageContaining("'1.5' is none of them");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.repository(Note.class).get(Long.MAX_VALUE))
			.withMessageContaining("'9223372036854775807' is none of them");
	}

	@Test
	void getsByAKeyOfSeveralParts() {
		ModelRepository<Price> prices = this.fixture.repository(Price.class);
		Price price = prices.create(new Price("x", 2026, 995));
		prices.create(new Price("x", 2025, 895));
		assertThat(prices.get(List.of("x", 2026))).isEqualTo(price);
		assertThat(prices.delete(price)).isTrue();
		assertThat(prices.query().list()).containsExactly(new Price("x", 2025, 895));
		assertThatIllegalArgumentException().isThrownBy(() -> prices.get("x"))
			.withMessage(
					"The key of model 'Price' is a list of the values of 'sku', 'year', and 'x' is a 'String'; give one");
	}

	@Test
	void deletesByObjectAndByKey() {
		Author one = authors().create(new Author(null, "Le Guin"));
		Author other = authors().create(new Author(null, "Lem"));
		assertThat(authors().delete(one)).isTrue();
		assertThat(authors().delete(one)).isFalse();
		assertThat(authors().deleteByKey(other.id())).isTrue();
		assertThat(authors().deleteByKey(other.id())).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> authors().delete(new Author(null, "New")))
			.withMessage("The object of model 'Author' has no 'id' yet; create it first");
	}

	@Test
	void deletesAVersionedObjectOnlyInItsVersion() {
		Book book = books().create(new Book(null, "The Lathe of Heaven", null, null, null));
		assertThat(book.version()).isZero();
		assertThat(books().create(new Book(null, "Malafrena", null, null, 7)).version()).isEqualTo(7);
		Book stale = new Book(book.id(), book.title(), null, null, 3);
		assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> books().delete(stale))
			.satisfies((exception) -> {
				assertThat(exception.getKey()).isEqualTo(book.id());
				assertThat(exception.getVersion()).isEqualTo(3);
			});
		assertThat(books().delete(book)).isTrue();
		assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> books().delete(book));
	}

	@Test
	void storesNothingWhenAReferenceLeadsNowhere() {
		ModelRepository<Book> books = books();

		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> books.create(new Book(null, "orphan", Ref.of(Author.class, 4711), null, null)));
		assertThat(books.query().count()).isZero();

		this.fixture.primary().transaction(() -> {
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.fixture.primary()
				.nested(() -> books.create(new Book(null, "orphan", Ref.of(Author.class, 4711), null, null))));
			return books.create(new Book(null, "found", null, null, null));
		});
		assertThat(books.query().list()).extracting(Book::title).containsExactly("found");
	}

	@Test
	void refusesDuplicates() {
		authors().create(new Author(1L, "Le Guin"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> authors().create(new Author(1L, "Lem")));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> authors().create(new Author(null, "Le Guin")));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> authors().create(new Author(null, null)))
			.isNotInstanceOf(DuplicateKeyException.class);
		assertThat(authors().query().count()).isEqualTo(1);
		assertThat(this.fixture.executions()).filteredOn((execution) -> execution.failure() != null)
			.hasSize(3)
			.allMatch((execution) -> execution.rows() == 0 && execution.database().equals("primary"));
	}

	@Test
	void reportsAMissingTableAsWrongSql() {
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.fixture.repository(Missing.class).find(1))
			.withMessageContaining("get in database 'primary'");
	}

	@Test
	void takesPartInTransactions() {
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.primary().transaction(() -> {
			authors().create(new Author(1L, "Le Guin"));
			assertThat(authors().query().exists()).isTrue();
			throw new IllegalStateException("undo");
		}));
		assertThat(authors().query().exists()).isFalse();
		this.fixture.primary().transaction(() -> {
			authors().create(new Author(2L, "Lem"));
		});
		assertThat(authors().query().count()).isEqualTo(1);
	}

	@Test
	void keepsTheTimeLimitOfTransactions() {
		assertThatExceptionOfType(TransactionTimedOutException.class)
			.isThrownBy(() -> this.fixture.primary().transaction(() -> {
				ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager
					.getResource(this.fixture.primary().dataSource());
				holder.setTimeoutInMillis(-1);
				authors().query().count();
			}));
	}

	private Publisher publisher() {
		Country country = this.fixture.repository(Country.class).create(new Country("US", "Amerika"));
		return this.fixture.repository(Publisher.class)
			.create(new Publisher(null, "Ace", country, Ref.of(Country.class, "US")));
	}

	private ModelRepository<Author> authors() {
		return this.fixture.repository(Author.class);
	}

	private ModelRepository<Book> books() {
		return this.fixture.repository(Book.class);
	}

}
