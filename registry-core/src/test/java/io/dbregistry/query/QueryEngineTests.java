package io.dbregistry.query;

import java.util.List;

import io.dbregistry.model.Conflict;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
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

	private final QueryFixture fixture = QueryFixture.open(TestServer.H2, Author.class, Book.class);

	private final QueryEngine engine = new QueryEngine(this.fixture.databases(), this.fixture.models(),
			new StatementRunner(List.of()));

	@AfterEach
	void close() {
		this.fixture.close();
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
