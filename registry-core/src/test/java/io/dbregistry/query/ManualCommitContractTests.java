package io.dbregistry.query;

import io.dbregistry.database.Database;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What every product stores through a pool that does not commit by itself. */
abstract class ManualCommitContractTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model(database = QueryFixture.EXTRA)
	record Click(@Id long id) {
	}

	private final QueryFixture fixture;

	ManualCommitContractTests(TestServer server) {
		this.fixture = QueryFixture.openBoth(server, (pool) -> {
			pool.setAutoCommit(false);
			pool.setMaximumPoolSize(2);
		}, Author.class, Click.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsWhatIsWrittenOutsideOfTransactions() {
		Author lem = authors().create(new Author(null, "Lem"));
		clicks().create(new Click(1));
		assertThat(rows(this.fixture.primary(), "author")).isOne();
		assertThat(rows(extra(), "click")).isOne();
		assertThat(authors().get(lem.id())).isEqualTo(lem);
		assertThat(authors().delete(lem)).isTrue();
		assertThat(clicks().query().all().delete()).isOne();
		assertThat(rows(this.fixture.primary(), "author")).isZero();
		assertThat(rows(extra(), "click")).isZero();
	}

	@Test
	void leavesNothingOfAFailureBehind() {
		clicks().create(new Click(1));
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> clicks().create(new Click(1)));
		}
		clicks().create(new Click(2));
		assertThat(rows(extra(), "click")).isEqualTo(2);
	}

	@Test
	void leavesTransactionsToWhoBeganThem() {
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.primary().transaction(() -> {
			authors().create(new Author(null, "Lem"));
			assertThat(authors().query().count()).isOne();
			throw new IllegalStateException("undo");
		}));
		assertThat(rows(this.fixture.primary(), "author")).isZero();
	}

	@Test
	void keepsWhatIsWrittenBesideATransactionOfAnotherDatabase() {
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.primary().transaction(() -> {
			clicks().create(new Click(1));
			clicks().create(new Click(2));
			throw new IllegalStateException("undo");
		}));
		assertThat(rows(extra(), "click")).isEqualTo(2);
	}

	private Database extra() {
		return this.fixture.databases().get(QueryFixture.EXTRA);
	}

	private ModelRepository<Author> authors() {
		return this.fixture.repository(Author.class);
	}

	private ModelRepository<Click> clicks() {
		return this.fixture.repository(Click.class);
	}

	private static Integer rows(Database database, String table) {
		return database.jdbcClient().sql("select count(*) from " + table).query(Integer.class).single();
	}

}
