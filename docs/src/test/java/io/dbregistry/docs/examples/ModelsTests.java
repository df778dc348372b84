package io.dbregistry.docs.examples;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.dbregistry.Registry;
import io.dbregistry.docs.Texts;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.Ref;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelsTests {

	// tag::records[]
	@Model
	record Author(@Id @GeneratedValue Long id, @Column(length = 100, unique = true) String name) {
	}

	enum Binding {

		HARD, SOFT

	}

	@Model
	@Table(indexes = @Index(columnList = "title, price desc"))
	record Book(@Id @GeneratedValue Long id, @Column(length = 200, nullable = false) String title,
			@ManyToOne(optional = false) Ref<Author> author,
			@Column(check = @CheckConstraint(constraint = "price >= 0")) BigDecimal price,
			@Enumerated(EnumType.STRING) Binding binding, @Version int version) {
	}

	@Model(database = "analytics")
	record Event(@Id @GeneratedValue UUID id, Instant at,
			@Column(columnDefinition = "json") Map<String, Object> payload) {
	}
	// end::records[]

	// tag::classes[]
	@MappedSuperclass
	abstract static class Stored {

		@Id
		@GeneratedValue
		private Long id;

		@Version
		private int version;

	}

	@Model(name = "Reader", schema = "people")
	static class LibraryReader extends Stored {

		private String name;

	}
	// end::classes[]

	@Test
	void register() {
		// tag::register[]
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:app")
			.extra("analytics", "jdbc:h2:mem:analytics")
			.models(Author.class, Book.class, Event.class, LibraryReader.class)
			.build();

		ModelType<Book> book = registry.models().get(Book.class);
		ModelType<?> event = registry.models().get("Event");
		registry.models().find("Evnt"); // an Optional
		registry.models().names(); // Author, Book, Event, Reader
		// end::register[]
		assertThat(event.database()).isEqualTo("analytics");
		assertThat(registry.models().names()).containsExactly("Author", "Book", "Event", "Reader");
		assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> registry.models().get("Evnt"))
			.withMessage(Texts.line("unknown-model"));
		// tag::explore[]
		book.table().name(); // book
		book.key(); // the attribute id
		Attribute author = book.attribute("author"); // or NoSuchAttributeException
		author.columns().get(0).name(); // author_id
		author.target(); // the model of Author
		// end::explore[]
		assertThat(book.table().name()).hasToString("book");
		assertThat(author.columns().get(0).name()).isEqualTo("author_id");
		assertThat(author.target()).isSameAs(registry.models().get(Author.class));
	}

	@Test
	void references() {
		// tag::references[]
		Book book = new Book(null, "The Dispossessed", Ref.of(Author.class, 5), new BigDecimal("9.90"), Binding.SOFT,
				0);
		book.author().key(); // 5L
		book.author().equals(Ref.of(Author.class, 5L)); // true
		// end::references[]
		assertThat(book.author()).isEqualTo(Ref.of(Author.class, 5L));
	}

	// tag::wrong[]
	@Model(database = "reportng")
	record Sale(String item, @ManyToOne(fetch = FetchType.LAZY) Author author) {
	}
	// end::wrong[]

	@Test
	void wrong() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Registry.builder()
				.database("jdbc:h2:mem:app")
				.extra("analytics", "jdbc:h2:mem:analytics")
				.models(Author.class, Sale.class)
				.build())
			.satisfies((ex) -> assertThat(ex.getProblems())
				.extracting((problem) -> problem.toString().replace(ModelsTests.class.getName() + "$", "com.example."))
				.containsExactly(Texts.line("wrong-database"), Texts.line("lazy-reference"), Texts.line("no-key")));
	}

}
