package io.dbregistry.docs.examples;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseAdoptedException;
import io.dbregistry.database.DatabaseInUseException;
import io.dbregistry.database.DatabaseNotOpenException;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseSettings.OnUnconnected;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.DatabaseUnavailableException;
import io.dbregistry.database.DatabaseUrl;
import io.dbregistry.database.Lease;
import io.dbregistry.docs.Texts;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabasesTests {

	private static long count(Database database) {
		return database.jdbcClient().sql("select count(*) from sale").query(Long.class).single();
	}

	@Test
	void owned() {
		// tag::owned[]
		Database reports = Database.create("reports", "jdbc:h2:mem:reports",
				(settings) -> settings.username("app").password("secret").pool((pool) -> pool.setMaximumPoolSize(5)));

		try (Lease lease = reports.acquire("nightly report")) {
			reports.jdbcClient().sql("select 1").query(Integer.class).single();
		}
		// end::owned[]
		assertThat(reports.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void adopted() {
		try (HikariDataSource dataSource = new HikariDataSource()) {
			dataSource.setJdbcUrl("jdbc:h2:mem:orders");
			adopt(dataSource);
		}
	}

	private static void adopt(DataSource dataSource) {
		// tag::adopted[]
		Database orders = Database.adopt("orders", dataSource, DatabaseSettings.builder().build());
		// no lease needed
		orders.jdbcClient().sql("select 1").query(Integer.class).single();
		// end::adopted[]
		assertThatExceptionOfType(DatabaseAdoptedException.class).isThrownBy(orders::close)
			.withMessage(Texts.line("adopted"));
	}

	@Test
	void holders() {
		Database reports = Database.create("reports", "jdbc:h2:mem:reports", (settings) -> {
		});
		// tag::holders[]
		Lease orders = reports.acquire("orders import");
		Lease report = reports.acquire("nightly report");
		// orders import, nightly report
		List<String> holders = reports.status().holders();

		orders.release(); // true: still open, for the report
		orders.release(); // false: given back before, nothing changes
		// end::holders[]
		assertThat(holders).containsExactly("orders import", "nightly report");
		assertThat(reports.status().holders()).containsExactly("nightly report");
		assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(reports::close)
			.withMessage(Texts.line("in-use"));
		assertThat(report.release()).isTrue();
	}

	@Test
	void optional() {
		int port = TestServers.unusedPort();
		String url = "jdbc:postgresql://localhost:" + port + "/legacy";
		// tag::optional[]
		Database legacy = Database.create("legacy", url,
				(settings) -> settings.required(false).openTimeout(Duration.ofSeconds(3)));

		// does not throw: it is retried
		try (Lease lease = legacy.acquireWhenAvailable("import")) {
			if (legacy.status().state() == DatabaseStatus.State.OPEN) {
				legacy.jdbcClient().sql("select 1").query(Integer.class).single();
			}
		}
		// end::optional[]
		try (Lease lease = legacy.acquireWhenAvailable("import")) {
			assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(legacy::jdbcClient)
				.satisfies((ex) -> assertThat(ex.getMessage()
					.replace(String.valueOf(port), "5432")
					.replace(ex.getSince().toString(), "2026-11-20T09:30:00Z")).startsWith(Texts.line("unavailable")));
		}
	}

	@Test
	void unconnected() {
		// tag::unconnected[]
		Database reports = Database.create("reports", "jdbc:h2:mem:reports",
				(settings) -> settings.onUnconnected(OnUnconnected.FAIL));
		// end::unconnected[]
		assertThatExceptionOfType(DatabaseNotOpenException.class).isThrownBy(() -> reports.dataSource().getConnection())
			.withMessage(Texts.line("not-open"));
	}

	@Test
	void schemaAndHook() {
		// tag::schema[]
		Database shop = Database.create("shop", "jdbc:h2:mem:shop", (settings) -> settings.schema("sales"));

		try (Lease lease = shop.acquire("till")) {
			// in the schema sales
			shop.jdbcClient().sql("create table sale (amount int)").update();
		}
		// end::schema[]
		// tag::hook[]
		Database filled = Database.create("filled", "jdbc:h2:mem:filled", (settings) -> settings
			.openHook((dataSource) -> JdbcClient.create(dataSource).sql("create table sale (amount int)").update()));
		// end::hook[]
		try (Lease lease = filled.acquire("test")) {
			assertThat(count(filled)).isZero();
		}
	}

	@Test
	void transactions() {
		Database reports = Database.create("reports", "jdbc:h2:mem:reports", (settings) -> {
		});
		try (Lease lease = reports.acquire("test")) {
			reports.jdbcClient().sql("create table sale (amount int)").update();
			// tag::transaction[]
			reports.transaction(() -> {
				reports.jdbcClient().sql("insert into sale values (1)").update();
				try {
					reports.nested(() -> {
						reports.jdbcClient().sql("insert into sale values (2)").update();
						throw new IllegalArgumentException("not this one");
					});
				}
				catch (IllegalArgumentException ex) {
					// only the second row is undone
				}
			});
			// end::transaction[]
			assertThat(count(reports)).isOne();
		}
	}

	@Test
	void rollback() {
		try (HikariDataSource keepsItAlive = keepAlive("jdbc:h2:mem:undone")) {
			JdbcClient.create(keepsItAlive).sql("create table sale (amount int)").update();
			// tag::rollback[]
			Database reports = Database.create("reports", "jdbc:h2:mem:undone", (settings) -> settings.rollback(true));

			try (Lease lease = reports.acquire("test")) {
				reports.transaction(() -> reports.jdbcClient().sql("insert into sale values (1)").update());
			} // undone here, commits included
				// end::rollback[]
			assertThat(JdbcClient.create(keepsItAlive).sql("select count(*) from sale").query(Long.class).single())
				.isZero();
		}
	}

	private static HikariDataSource keepAlive(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		return pool;
	}

	@Test
	void twoDatabases() {
		Database orders = Database.create("orders", "jdbc:h2:mem:orders", (settings) -> {
		});
		Database analytics = Database.create("analytics", "jdbc:h2:mem:analytics", (settings) -> {
		});
		try (Lease first = orders.acquire("test"); Lease second = analytics.acquire("test")) {
			orders.jdbcClient().sql("create table sale (amount int)").update();
			analytics.jdbcClient().sql("create table sale (amount int)").update();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> {
				// tag::two[]
				orders.transaction(() -> {
					orders.jdbcClient().sql("insert into sale values (1)").update();
					analytics.jdbcClient().sql("insert into sale values (1)").update();
					throw new IllegalStateException("orders is undone, analytics keeps its row");
				});
				// end::two[]
			});
			assertThat(count(orders)).isZero();
			assertThat(count(analytics)).isOne();
		}
	}

	@Test
	void connectionOfItsOwn() throws SQLException {
		Database reports = Database.create("reports", "jdbc:h2:mem:reports", (settings) -> {
		});
		try (Lease lease = reports.acquire("test"); var connection = reports.connection()) {
			assertThat(connection.getAutoCommit()).isTrue();
		}
	}

	@Test
	void echo() {
		Database reports = Database.create("reports", "jdbc:h2:mem:reports", (settings) -> settings.echo(true));
		try (LogLines lines = LogLines.of("io.dbregistry.sql"); Lease lease = reports.acquire("test")) {
			reports.jdbcClient().sql("select cast(? as int)").param("42").query(Integer.class).single();
			assertThat(lines.all()).singleElement()
				.satisfies((line) -> assertThat(line.replaceAll("\\d+\\.\\d+ ms", "0.412 ms"))
					.isEqualTo(Texts.line("echo")));
		}
	}

	@Test
	void openLine() {
		Database reports = Database.create("reports", "jdbc:h2:mem:reports", (settings) -> {
		});
		try (LogLines lines = LogLines.of(Database.class.getName()); Lease lease = reports.acquire("test")) {
			assertThat(lines.all()).singleElement()
				.satisfies((line) -> assertThat(
						line.replaceAll("\\d+ ms", "38 ms").replaceAll("H2 [^,]*", "H2 2.4.240 (2025-09-22)"))
					.isEqualTo(Texts.line("open")));
		}
	}

	@Test
	void masking() {
		// tag::masking[]
		String printed = new DatabaseUrl("jdbc:postgresql://app:s3cr3t@db/shop?sslpassword=t0p").toString();
		// end::masking[]
		assertThat(printed).isEqualTo(Texts.line("masked"));
	}

	@Test
	void anyDataSourceCanBeAdopted() {
		Database orders = Database.adopt("orders", new DriverManagerDataSource("jdbc:h2:mem:plain"),
				DatabaseSettings.builder().build());
		assertThat(orders.findUrl()).isEmpty();
		assertThat(orders.status().pool()).isNull();
	}

}
