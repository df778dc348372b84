package io.dbregistry.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Model;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.SchemaMismatchException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** That keys from sequences are taken in blocks, and never twice. */
abstract class SequenceContractTests {

	@Model
	record Ticket(@Id @GeneratedValue @SequenceGenerator(name = "ticket_keys", initialValue = 100,
			allocationSize = 10) Long id, String text) {
	}

	@Model
	record Voucher(@Id @GeneratedValue(generator = "ticket_keys") int id) {
	}

	@Model
	record Receipt(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) long id) {
	}

	private final QueryFixture fixture;

	SequenceContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Ticket.class, Voucher.class, Receipt.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void takesOneBlockAtATime() {
		ModelRepository<Ticket> tickets = this.fixture.repository(Ticket.class);
		ModelRepository<Voucher> vouchers = this.fixture.repository(Voucher.class);
		this.fixture.executions();
		List<Long> keys = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			keys.add(tickets.create(new Ticket(null, "x")).id());
		}
		assertThat(keys).containsExactlyElementsOf(LongStream.range(100, 111).boxed().toList());
		assertThat(this.fixture.executions()).filteredOn((execution) -> !execution.sql().startsWith("insert"))
			.hasSize(2);
		assertThat(vouchers.create(new Voucher(0)).id()).isEqualTo(111);
		assertThat(tickets.create(new Ticket(7L, "given")).id()).isEqualTo(7);
		assertThat(tickets.get(110L).text()).isEqualTo("x");
	}

	@Test
	void sharesTheSequenceWithOtherInstances() throws Exception {
		Queries other = Queries.create(this.fixture.databases(), this.fixture.models());
		List<ModelRepository<Receipt>> repositories = List.of(this.fixture.repository(Receipt.class),
				other.repository(Receipt.class));
		Set<Long> keys = ConcurrentHashMap.newKeySet();
		ExecutorService executor = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> work = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				ModelRepository<Receipt> repository = repositories.get(i % 2);
				work.add(() -> {
					for (int j = 0; j < 60; j++) {
						keys.add(repository.create(new Receipt(0)).id());
					}
					return null;
				});
			}
			for (Future<Void> future : executor.invokeAll(work)) {
				future.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(keys).hasSize(240);
		assertThat(this.fixture.repository(Receipt.class).query().count()).isEqualTo(240);
	}

	@Test
	void beginsAnewWithOtherTables() {
		ModelRepository<Ticket> tickets = this.fixture.repository(Ticket.class);
		tickets.create(new Ticket(null, "x"));
		this.fixture.schemas().dropAll();
		assertThat(sequences()).isEmpty();
		this.fixture.schemas().createAll();
		this.fixture.schemas().createAll();
		assertThat(sequences()).hasSize(2);
	}

	@Test
	void givesNoKeyTwiceAfterTheTablesWereMadeAnew() {
		ModelRepository<Ticket> tickets = this.fixture.repository(Ticket.class);
		for (int i = 0; i < 13; i++) {
			tickets.create(new Ticket(null, "x"));
		}
		this.fixture.schemas().dropAll();
		this.fixture.schemas().createAll();
		Set<Long> keys = new HashSet<>();
		for (int i = 0; i < 40; i++) {
			keys.add(tickets.create(new Ticket(null, "x")).id());
		}
		assertThat(keys).hasSize(40);
	}

	@Test
	void findsMissingSequences() {
		this.fixture.schemas().validate();
		Reflection reflection = Reflection.of(this.fixture.databases(), this.fixture.models(), List.of());
		assertThat(reflection.compare(Databases.PRIMARY)).isEmpty();
		Database database = this.fixture.primary();
		database.jdbcOperations().execute(database.dialect().ddl().dropSequence(QualifiedName.of("ticket_keys")));
		assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(() -> this.fixture.schemas().validate())
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(
					"Sequence 'ticket_keys' of database 'primary' does not exist, and 'id' of model 'Ticket' takes its keys from it"));
		assertThat(reflection.compare(Databases.PRIMARY)).singleElement()
			.isInstanceOfSatisfying(Change.SequenceChanged.class, (change) -> {
				assertThat(change.before()).isNull();
				assertThat(change.after()).isNotNull();
				assertThat(change.table().name()).isEqualTo("ticket_keys");
			});
	}

	private List<String> sequences() {
		return this.fixture.primary()
			.jdbcOperations()
			.execute((java.sql.Connection connection) -> this.fixture.primary().dialect().sequences(connection, null));
	}

}
