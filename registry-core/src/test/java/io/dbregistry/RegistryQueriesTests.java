package io.dbregistry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.EchoedStatements;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryQueriesTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author) {
	}

	@Model(database = "analytics")
	record Event(@Id @GeneratedValue Long id, Instant at) {
	}

	private final TestDatabase primary = TestServer.H2.create();

	private final TestDatabase analytics = TestServer.H2.create();

	private final Registry registry = Registry.builder()
		.database(this.primary.url(),
				(settings) -> settings.username(this.primary.username())
					.password(this.primary.password())
					.schema("shop")
					.echo(true))
		.extra("analytics", this.analytics.url(),
				(settings) -> settings.username(this.analytics.username()).password(this.analytics.password()))
		.models(Author.class, Book.class, Event.class)
		.build();

	@Test
	void storesAndFindsObjectsWhereTheirModelsLive() {
		try (Lease lease = this.registry.open()) {
			this.registry.schemas().createAll("primary", "analytics");
			Author author = this.registry.repository(Author.class).create(new Author(null, "Le Guin"));
			Book book = this.registry.repository(Book.class)
				.create(new Book(null, "The Dispossessed", Ref.of(Author.class, author.id())));
			Event event = this.registry.repository(Event.class)
				.create(new Event(null, Instant.parse("2026-11-20T12:00:00Z")));
			assertThat(this.registry.query(Book.class).filter("author", author).get()).isEqualTo(book);
			assertThat(this.registry.query(Event.class).list()).containsExactly(event);
			assertThat(this.registry.databases()
				.primary()
				.jdbcClient()
				.sql("select title from book")
				.query(String.class)
				.list()).containsExactly("The Dispossessed");
			assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> this.registry.query(String.class));
		}
	}

	@Test
	void echoesStatementsWithoutTheirValues() {
		List<String> lines = new ArrayList<>();
		try (Lease lease = this.registry.open()) {
			this.registry.schemas().createAll("primary", "analytics");
			lines.addAll(echoed(() -> {
				this.registry.repository(Author.class).create(new Author(null, "secret"));
				this.registry.query(Event.class).count();
			}));
		}
		assertThat(lines).hasSize(1)
			.allSatisfy((line) -> assertThat(line).startsWith("[primary] ")
				.contains(" ms: ")
				.contains("AUTHOR")
				.doesNotContain("secret"));
	}

	@Test
	void echoesTheStatementsThatMakeTables() {
		List<String> lines = new ArrayList<>();
		try (Lease lease = this.registry.open()) {
			lines.addAll(echoed(() -> this.registry.schemas().createAll("primary", "analytics")));
		}
		assertThat(lines).allMatch((line) -> line.startsWith("[primary] "))
			.anyMatch((line) -> line.contains(" ms: create table \"shop\".\"AUTHOR\""));
	}

	private static List<String> echoed(Runnable work) {
		try (EchoedStatements echoed = new EchoedStatements()) {
			work.run();
			return echoed.lines();
		}
	}

}
