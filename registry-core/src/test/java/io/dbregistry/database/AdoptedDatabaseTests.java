package io.dbregistry.database;

import java.sql.Connection;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AdoptedDatabaseTests {

	@Test
	void isUsableWithoutAWarningAndClosedByItsOwnerAlone() {
		try (TestDatabase target = TestServer.H2.create(); HikariDataSource pool = pool(target)) {
			Database database = Database.adopt("orders", pool, DatabaseSettings.builder().build());

			assertThat(database.jdbcClient().sql("select 1").query(Integer.class).single()).isOne();
			assertThat(database.dialect().product()).isEqualTo("H2");
			assertThat(database.status().unconnectedUses()).isZero();
			assertThat(database.dataSource()).isSameAs(pool);

			try (Lease lease = database.acquire("test")) {
				assertThat(database.status().holders()).containsExactly("test");
				assertThat(database.status().pool()).isNotNull();
			}
			assertThatExceptionOfType(DatabaseAdoptedException.class).isThrownBy(database::close)
				.withMessageContaining("'orders'");
			assertThatExceptionOfType(DatabaseAdoptedException.class).isThrownBy(database::forceClose);
			assertThat(pool.isClosed()).isFalse();
		}
	}

	@Test
	void usesTheTransactionManagerOfItsOwner() {
		try (TestDatabase target = TestServer.H2.create(); HikariDataSource pool = pool(target)) {
			JdbcTransactionManager manager = new JdbcTransactionManager(pool);
			Database database = Database.adopt("orders", pool,
					DatabaseSettings.builder().transactionManager(() -> manager).build());
			database.jdbcClient().sql("create table item (id int)").update();

			assertThat(database.transactionManager()).isSameAs(manager);
			assertThatIllegalStateException().isThrownBy(() -> database.transaction(() -> {
				database.jdbcClient().sql("insert into item values (1)").update();
				throw new IllegalStateException("undo");
			}));
			assertThat(database.jdbcClient().sql("select count(*) from item").query(Integer.class).single()).isZero();
		}
	}

	@Test
	void aDataSourceWithoutAPoolWorksToo() {
		try (TestDatabase target = TestServer.H2.create()) {
			Database database = Database.adopt("orders",
					new DriverManagerDataSource(target.url(), target.username(), target.password()),
					DatabaseSettings.builder().schema("shop").build());
			try (Lease lease = database.acquire("test")) {
				assertThat(database.status().pool()).isNull();
				assertThat(database.findUrl()).isEmpty();
				assertThat(database.jdbcClient()
					.sql("select schema_name from information_schema.schemata")
					.query(String.class)
					.list()).contains("shop");
			}
		}
	}

	@Test
	void aPoolWithoutAutoCommitGetsItsSchema() {
		try (TestDatabase target = TestServer.POSTGRESQL.create(); HikariDataSource pool = pool(target)) {
			pool.setAutoCommit(false);
			pool.setSchema("shop");
			assertThat(pool.getSchema()).isEqualTo("shop");
			try (Lease lease = Database.adopt("orders", pool, DatabaseSettings.builder().schema("shop").build())
				.acquire("test")) {
				Database look = Database.create("look", target.url(),
						(settings) -> settings.username(target.username()).password(target.password()));
				try (Lease looking = look.acquire("test")) {
					assertThat(look.jdbcClient()
						.sql("select schema_name from information_schema.schemata")
						.query(String.class)
						.list()).contains("shop");
				}
			}
		}
	}

	@Test
	void aRunningPoolWithoutAutoCommitGetsItsSchema() throws Exception {
		try (TestDatabase target = TestServer.POSTGRESQL.create(); HikariDataSource pool = pool(target)) {
			pool.setAutoCommit(false);
			pool.getConnection().close();
			Database database = Database.adopt("orders", pool, DatabaseSettings.builder().schema("late").build());
			try (Lease lease = database.acquire("test")) {
				try (Connection connection = pool.getConnection()) {
					assertThat(connection.getAutoCommit()).isFalse();
				}
			}
			try (Connection connection = database.connection()) {
				assertThat(database.dialect().schemas(connection)).contains("late");
			}
		}
	}

	@Test
	void aDataSourceThatCannotSayWhatItIsYetIsAdopted() {
		DataSource undecided = new DriverManagerDataSource("jdbc:h2:mem:undecided") {

			@Override
			public boolean isWrapperFor(Class<?> type) {
				throw new IllegalStateException("Cannot determine target DataSource for lookup key [null]");
			}

		};

		assertThat(Database.adopt("orders", undecided, DatabaseSettings.builder().build()).findUrl()).isEmpty();
	}

	@Test
	void aWrongPasswordOfAPoolIsToldAtOnceAndNotShown() {
		try (TestDatabase target = TestServer.POSTGRESQL.create(); HikariDataSource pool = pool(target)) {
			pool.setPassword("no such s3cr3t");
			Database database = Database.adopt("orders", pool, DatabaseSettings.builder().build());

			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
				.withMessageContaining("'orders'")
				.withMessageContaining("password authentication failed")
				.satisfies((ex) -> assertThat(ex).extracting(Throwable::toString).asString().doesNotContain("s3cr3t"));
			assertThat(database.status().holders()).isEmpty();
			assertThat(pool.isRunning()).isFalse();
		}
	}

	@Test
	void settingsOfAPoolAreRefusedAllAtOnce() {
		DatabaseSettings settings = DatabaseSettings.builder()
			.username("app")
			.rollback(true)
			.onUnconnected(DatabaseSettings.OnUnconnected.FAIL)
			.schema(" ")
			.build();

		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Database.adopt("orders", new DriverManagerDataSource("jdbc:h2:mem:x"), settings))
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(4)
				.allSatisfy((problem) -> assertThat(problem).contains("'orders'")));
	}

	private static HikariDataSource pool(TestDatabase target) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(target.url());
		pool.setUsername(target.username());
		pool.setPassword(target.password());
		pool.setMinimumIdle(1);
		return pool;
	}

	@Test
	void problemsOfAnOwnedDatabaseAreToldAllAtOnce() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Database.create("orders", "postgresql://db/app?password=s3cr3t",
					(settings) -> settings.driverClassName("no.such.Driver").openTimeout(java.time.Duration.ZERO)))
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(3))
			.withMessageContaining("'no.such.Driver', which is not on the class path")
			.withMessageContaining("at least 1 ms")
			.withMessageContaining("'postgresql://db/app?password=***', which is no JDBC URL");
	}

	@Test
	void anUnknownNameIsRefusedWithWhatIsKnown() {
		Databases databases = Databases.of(java.util.Map.of("primary",
				Database.create("primary", "jdbc:h2:mem:x", DatabaseSettings.builder().build())));

		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> databases.get("reportng"))
			.withMessage(
					"No database named 'reportng' (known: 'primary'); add it (registry.extra.reportng, or builder.extra(\"reportng\", …) in plain Java), or correct the name")
			.satisfies((ex) -> assertThat(ex.getKnown()).isEqualTo(List.of("primary")));
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> databases.get("report-ng"))
			.withMessage("No database named 'report-ng' (known: 'primary'); correct the name");
		assertThat(databases.find("reportng")).isEmpty();
		assertThat(databases.byUrl("jdbc:h2:mem:x")).containsExactly(databases.primary());
		assertThat(databases.byUrl("jdbc:h2:mem:y")).isEmpty();
	}

}
