package io.dbregistry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Lease;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.CallbackHandle;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.model.Times;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a copy of a registry takes with it, and what it leaves alone. */
abstract class RegistryCopyContractTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Author author, @ManyToOne Ref<Book> sequel) {
	}

	@Model(copy = false)
	record Audit(@Id @GeneratedValue Long id, String text) {
	}

	@Model
	record AuditNote(@Id @GeneratedValue Long id, @ManyToOne Ref<Audit> audit) {
	}

	@Model
	@Table(indexes = @Index(columnList = "secret desc, name"))
	static class Person {

		@Id
		@GeneratedValue
		private Long id;

		private String name;

		private String secret;

	}

	private static final class Mine extends DelegatingRegistry {

		private Mine(Registry delegate) {
			super(delegate);
		}

		@Override
		protected Registry wrap(Registry other) {
			return new Mine(other);
		}

	}

	private final TestServer server;

	private TestDatabase database;

	private Registry registry;

	RegistryCopyContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void build() {
		this.database = this.server.create();
		this.registry = Registry.builder()
			.database(this.database.url(),
					(settings) -> settings.username(this.database.username()).password(this.database.password()))
			.models(Author.class, Book.class, Audit.class, AuditNote.class, Person.class)
			.build();
	}

	@AfterEach
	void close() {
		if (this.database != null) { // null when there is no server and the test is
										// skipped
			this.database.close();
		}
	}

	/** The same for a copy made before and after opening. */
	private void storesAndFinds(Registry copy) {
		Author author = copy.repository(Author.class).create(new Author(null, "Le Guin"));
		Book first = copy.repository(Book.class).create(new Book(null, "Rocannon's World", author, null));
		Book second = copy.repository(Book.class)
			.create(new Book(null, "Planet of Exile", author, Ref.of(Book.class, first.id())));
		assertThat(copy.repository(Book.class).get(second.id()).sequel().get()).isEqualTo(first);
		assertThat(this.registry.query(Book.class).filter("author", author).count()).isEqualTo(2);
		assertThat(this.registry.repository(Author.class).get(author.id())).isEqualTo(author);
	}

	@Test
	void sharesTheDatabasesWhetherMadeBeforeOrAfterOpening() {
		Registry before = this.registry.copy();
		try (Lease lease = this.registry.open("original")) {
			Registry after = this.registry.copy();
			this.registry.schemas().createAll("primary");
			storesAndFinds(before);
			storesAndFinds(after);
			try (Lease own = after.open("copy")) {
				assertThat(after.databases().primary()).isSameAs(this.registry.databases().primary());
				assertThat(before.databases().primary().status().holders()).containsExactly("original", "copy");
			}
			assertThat(this.registry.databases().primary().status().holders()).containsExactly("original");
		}
	}

	@Test
	void pointsInsideTheCopy() {
		Registry copy = this.registry.copy();
		ModelType<Book> book = copy.models().get(Book.class);
		assertThat(book).isNotSameAs(this.registry.models().get(Book.class));
		assertThat(book.attribute("author").target()).isSameAs(copy.models().get(Author.class));
		assertThat(book.attribute("sequel").target()).isSameAs(book);
		assertThat(book.table()).isEqualTo(this.registry.models().get(Book.class).table());
	}

	@Test
	void neverChangesTheOriginal() {
		Registry copy = this.registry.copy();
		List<String> names = this.registry.models().names();
		copy.models().register("Extra", (model) -> model.add("text", String.class));
		copy.models().onRegister("Author", (model) -> model.table("people"));
		copy.models().remove("Book");
		assertThat(this.registry.models().names()).isEqualTo(names);
		assertThat(this.registry.models().get(Author.class).table().name().name()).isEqualTo("author");
		this.registry.models().onRegister("Person", (model) -> model.table("persons"));
		assertThat(copy.models().get(Person.class).table().name().name()).isEqualTo("person");
		assertThat(copy.copy().models().names()).contains("Extra").doesNotContain("Book");
	}

	@Test
	void leavesOutWhatStaysOut() {
		this.registry.models().onRegister("Person", (model) -> model.attribute("secret").copied(false));
		Registry copy = this.registry.copy();
		assertThat(copy.models().find(Audit.class)).isEmpty();
		ModelType<AuditNote> note = copy.models().get(AuditNote.class);
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(note::table)
			.withMessageContaining("'audit' refers to model 'Audit', which is not registered");
		copy.models().register(Audit.class);
		assertThat(note.attributes()).hasSize(2);
		assertThat(copy.models().get(Person.class).attributes()).extracting(Attribute::name)
			.containsExactly("id", "name");
		assertThat(copy.models().get(Person.class).table().indexes()).isEmpty();
		assertThat(this.registry.models().get(Person.class).attributes()).hasSize(3);
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.registry.models().onRegister("Book", (model) -> model.attribute("title").copied(false)))
			.withMessageContaining(
					"'title' of model 'Book' cannot stay out of copies: keys, records and embedded objects");
	}

	@Test
	void takesCallbacksThatAreStillToBeTold() {
		List<String> told = new ArrayList<>();
		this.registry.models().onRegister("Setting", (model) -> told.add("once"));
		this.registry.models().onRegister("Setting", Times.ALWAYS, (model) -> told.add("always"));
		CallbackHandle handle = this.registry.models().onRegister((model) -> told.add("all"));
		told.clear();
		Registry copy = this.registry.copy();
		assertThat(told).as("of copies nobody is told").isEmpty();
		handle.close();
		this.registry.models().register("Setting", (model) -> model.add("text", String.class));
		assertThat(told).containsExactly("once", "always");
		told.clear();
		copy.models().register("Setting", (model) -> model.add("text", String.class));
		assertThat(told).containsExactly("once", "always", "all");
	}

	@Test
	void takesChangedDefinitionsAndModelsWithoutAClass() {
		this.registry.models().onRegister("Author", (model) -> model.table("people"));
		this.registry.models().register("Setting", (model) -> model.reference("author", "Author"));
		Registry copy = this.registry.copy();
		this.registry.models().remove("Setting");
		copy.models().remove(AuditNote.class);
		try (Lease lease = copy.open()) {
			copy.schemas().createAll("primary");
			Author author = copy.repository(Author.class).create(new Author(null, "Le Guin"));
			Row setting = copy.repository("Setting")
				.create(Row.of(Map.of("author", Ref.of(Author.class, author.id()))));
			assertThat(copy.query("Setting").get()).isEqualTo(setting);
			assertThat(
					copy.databases().primary().jdbcClient().sql("select name from people").query(String.class).list())
				.containsExactly("Le Guin");
		}
	}

	@Test
	void keepsItsClass() {
		Registry copy = new Mine(this.registry).copy();
		assertThat(copy).isInstanceOf(Mine.class);
		assertThat(copy.models()).isNotSameAs(this.registry.models());
		assertThat(copy.copy()).isInstanceOf(Mine.class);
	}

}
