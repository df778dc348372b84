package io.dbregistry.query;

import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** In which database objects are, on every product. */
abstract class TargetContractTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title) {
	}

	@Model(database = QueryFixture.EXTRA)
	@Table(name = "book")
	record Click(@Id @GeneratedValue Long id, String title) {
	}

	@Model
	record Stranger(@Id Long id) {
	}

	private final QueryFixture fixture;

	TargetContractTests(TestServer server) {
		this.fixture = QueryFixture.openBoth(server, Author.class, Book.class, Click.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsModelsOfAnExtraApartFromTablesOfTheSameName() {
		this.fixture.repository(Click.class).create(new Click(null, "click"));
		assertThat(this.fixture.executions()).extracting(StatementExecution::database)
			.containsExactly(QueryFixture.EXTRA);
		assertThat(books().query().count()).isZero();
		books().create(new Book(null, "book"));
		books().create(new Book(null, "other"));
		assertThat(this.fixture.repository(Click.class).query().list()).extracting(Click::title)
			.containsExactly("click");
	}

	@Test
	void usesAnotherDatabaseWhenTold() {
		this.fixture.createTables(QueryFixture.EXTRA, null, Author.class);
		ModelRepository<Author> elsewhere = authors().using(QueryFixture.EXTRA);
		Author lem = elsewhere.create(new Author(null, "Lem"));
		assertThat(elsewhere.get(lem.id())).isEqualTo(lem);
		assertThat(authors().query().exists()).isFalse();
		assertThat(authors().query().using(QueryFixture.EXTRA).list()).containsExactly(lem);
		assertThat(elsewhere.using("primary").query().exists()).isFalse();
		assertThat(this.fixture.repository(Click.class).using("primary").query().list()).isEmpty();
	}

	@Test
	void followsAModelToAnotherDatabase() {
		ModelRepository<Author> authors = authors();
		ModelRepository<Author> stay = authors.using("primary");
		QuerySet<Author> query = authors.query();
		Author here = authors.create(new Author(7L, "here"));
		assertThat(query.list()).containsExactly(here);
		this.fixture.models().onRegister("Author", (model) -> model.database(QueryFixture.EXTRA));
		this.fixture.createTables(QueryFixture.EXTRA, null, Author.class);
		this.fixture.executions();
		assertThat(authors.find(7L)).isEmpty();
		assertThat(query.list()).isEmpty();
		Author there = authors.create(new Author(7L, "there"));
		assertThat(authors.query().get()).isEqualTo(there);
		assertThat(this.fixture.executions()).extracting(StatementExecution::database).containsOnly(QueryFixture.EXTRA);
		assertThat(stay.get(7L)).isEqualTo(here);
		assertThat(authors()).hasToString("Repository of model 'Author' in database 'analytics'");
	}

	@Test
	void refusesUnknownNames() {
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> authors().using("analytic"));
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> authors().query().using("analytic"));
		assertThatIllegalArgumentException().isThrownBy(() -> authors().schema(" "));
		assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> this.fixture.repository(Stranger.class));
	}

	@Test
	void keepsTransactionsOfTwoDatabasesApart() {
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.primary().transaction(() -> {
			authors().create(new Author(null, "Lem"));
			this.fixture.repository(Click.class).create(new Click(null, "click"));
			throw new IllegalStateException("undo");
		}));
		assertThat(authors().query().count()).isZero();
		assertThat(this.fixture.repository(Click.class).query().count()).isEqualTo(1);
	}

	final ModelRepository<Author> authors() {
		return this.fixture.repository(Author.class);
	}

	private ModelRepository<Book> books() {
		return this.fixture.repository(Book.class);
	}

}
