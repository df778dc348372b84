package io.dbregistry.query;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of what was compiled. */
class QueryEngineTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title) {
	}

	@Model
	static class Shelf {

		@Id
		@GeneratedValue
		private Long id;

		@OneToMany(mappedBy = "shelf")
		private List<Volume> volumes;

		@OneToOne(mappedBy = "shelf")
		private Label label;

	}

	@Model
	record Label(@Id Long id, @OneToOne Ref<Shelf> shelf) {
	}

	@Model
	record Volume(@Id Long id, @ManyToOne Ref<Shelf> shelf) {
	}

	private final QueryFixture fixture = QueryFixture.open(TestServer.H2, Author.class, Book.class);

	private final QueryEngine engine = new QueryEngine(this.fixture.databases(), this.fixture.models(),
			new StatementRunner(List.of()));

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void compilesNothingAfterInit() {
		this.fixture.models().register(Shelf.class, Volume.class, Label.class);
		this.fixture.models().register("Setting", (model) -> model.add("name", String.class));
		this.fixture.schemas().createAll("primary");
		List<String> compiled = new ArrayList<>();
		Database primary = this.fixture.primary();
		Dialect dialect = observe(Dialect.class, primary.dialect(), Map.of(), compiled::add);
		Database database = observe(Database.class, primary, Map.of("dialect", dialect), (method) -> {
		});
		QueryEngine observed = new QueryEngine(Databases.of(Map.of("primary", database)), this.fixture.models(),
				new StatementRunner(List.of()));
		observed.init();
		assertThat(compiled).contains("quote", "codec");
		compiled.clear();
		ModelRepository<Author> authors = observed.repository(Author.class);
		Author lem = authors.create(new Author(null, "Lem"));
		assertThat(authors.query().list()).containsExactly(lem);
		assertThat(authors.get(lem.id())).isEqualTo(lem);
		assertThat(authors.delete(lem)).isTrue();
		ModelRepository<Shelf> shelves = observed.repository(Shelf.class);
		assertThat(shelves.fetch(shelves.create(new Shelf()), "volumes").volumes).isEmpty();
		assertThat(shelves.fetch(shelves.create(new Shelf()), "label").label).isNull();
		assertThat(observed.repository("Setting").query().list()).isEmpty();
		assertThat(compiled).doesNotContain("quote", "codec");
	}

	private static <T> T observe(Class<T> type, T object, Map<String, ?> answers, Consumer<String> observer) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				observer.accept(method.getName());
				Object answer = answers.get(method.getName());
				return (answer != null) ? answer : method.invoke(object, arguments);
			}));
	}

	@Test
	void passesOverDatabasesThatAreNotOpen() {
		Database closed = Database.create("primary", "jdbc:h2:mem:closed", (settings) -> {
		});
		QueryEngine other = new QueryEngine(Databases.of(Map.of("primary", closed)), this.fixture.models(),
				new StatementRunner(List.of()));
		other.init();
		assertThat(other.size()).isZero();
		assertThat(closed.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void dropsWhatWasCompiledForAModelAsItWas() {
		ModelRepository<Author> authors = this.engine.repository(Author.class);
		this.engine.repository(Book.class).query().list();
		for (int i = 0; i < 10; i++) {
			authors.query().filter("name", "Lem").list();
			this.engine.repository("Author").query().exists();
			assertThat(this.engine.size()).isEqualTo(6);
			String comment = "changed %d times".formatted(i);
			this.fixture.models().onRegister("Author", (model) -> model.comment(comment));
		}
	}

	@Test
	void dropsWhatWasCompiledForModelsThatAreGone() {
		for (int i = 0; i < 10; i++) {
			this.engine.repository(Author.class).query().list();
			this.engine.repository(Book.class).query().list();
			assertThat(this.engine.size()).isEqualTo(4);
			this.fixture.models().register(Conflict.REPLACE, Author.class);
		}
		this.fixture.models().remove(Book.class);
		this.engine.repository(Author.class).query().list();
		assertThat(this.engine.size()).isEqualTo(2);
	}

	@Test
	void keepsWhatWasCompiledForModelsThatStay() {
		ModelRepository<Author> authors = this.engine.repository(Author.class);
		authors.query().list();
		ModelPlan<Author> plan = this.engine.plan(this.fixture.models().get(Author.class),
				this.fixture.primary().dialect());
		this.fixture.models().remove(Book.class);
		this.engine.repository("Author").query().list();
		authors.query().list();
		assertThat(this.engine.plan(this.fixture.models().get(Author.class), this.fixture.primary().dialect()))
			.isSameAs(plan);
	}

}
