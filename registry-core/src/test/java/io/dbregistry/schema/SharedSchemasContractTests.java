package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product owes several instances that start together. */
abstract class SharedSchemasContractTests extends SchemaTestBase {

	private static final int INSTANCES = 4;

	SharedSchemasContractTests(TestServer server) {
		super(server);
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(unique = true) String name) {
	}

	@Model
	record Publisher(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author,
			@ManyToOne Ref<Publisher> publisher) {
	}

	@Model
	record Review(@Id @GeneratedValue Long id, @ManyToOne Ref<Book> book, String text) {
	}

	@Model
	record Broken(@Id Long id, @Column(check = @CheckConstraint(constraint = "nonsense(")) int number) {
	}

	@Test
	void makesEachTableOnceForInstancesThatStartTogether() throws Exception {
		List<Schemas> instances = new ArrayList<>();
		List<Lease> leases = new ArrayList<>();
		for (int i = 0; i < INSTANCES; i++) {
			Database instance = database(null);
			leases.add(instance.acquire("instance"));
			instances.add(schemas(instance, Review.class, Author.class, Book.class, Publisher.class));
		}
		for (int round = 0; round < 5; round++) {
			createTogether(instances);
			instances.get(0).validate();
			execute("insert into author (name) values ('Le Guin')");
			execute("insert into book (author_id, publisher_id) values (1, null)");
			assertRefused("insert into review (book_id) values (7)");
			instances.get(0).dropAll();
		}
		leases.forEach(Lease::close);
	}

	private static void createTogether(List<Schemas> instances) throws Exception {
		CyclicBarrier start = new CyclicBarrier(instances.size());
		List<Callable<@Nullable Void>> tasks = new ArrayList<>();
		for (Schemas instance : instances) {
			tasks.add(() -> {
				start.await();
				instance.createAll();
				return null;
			});
		}
		ExecutorService executor = Executors.newFixedThreadPool(instances.size());
		try {
			for (Future<@Nullable Void> done : executor.invokeAll(tasks)) {
				done.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void takesTablesThatAnotherInstanceMadeMeanwhile() {
		Schemas late = schemas(interrupted(() -> schemas(Author.class, Publisher.class).createAll()), Author.class,
				Publisher.class, Book.class);
		late.createAll();
		late.validate();
		execute("insert into publisher (name) values ('Ace')");
		assertRefused("insert into book (publisher_id) values (7)");
	}

	@Test
	void dropsOnlyWhatItMadeWhenItFails() {
		Schemas late = schemas(interrupted(() -> {
			schemas(Author.class).createAll();
			execute("insert into author (name) values ('Le Guin')");
		}), Author.class, Publisher.class, Broken.class);
		assertThatExceptionOfType(SchemaException.class).isThrownBy(late::createAll).withMessageContaining("nonsense");
		assertThat(count("author")).isOne();
		assertRefused("select * from publisher");
	}

	private static Schemas schemas(Database database, Class<?>... types) {
		Models models = models(types);
		return Schemas.of(Databases.of(Map.of("primary", database)), models);
	}

	/** The same database, where others come just before the first table is created. */
	private Database interrupted(Runnable others) {
		AtomicBoolean done = new AtomicBoolean();
		return InterruptedDatabase.of(this.testDatabase, (sql) -> {
			if (sql.startsWith("create table") && done.compareAndSet(false, true)) {
				others.run();
			}
		});
	}

}
