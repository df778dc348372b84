package io.dbregistry.database;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

import io.dbregistry.testsupport.SilentServer;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.TestServers;
import io.dbregistry.testsupport.ToggleProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Servers that refuse, stay silent, go away and come back. The limits of these tests are
 * many times what is allowed, since machines are slow at times.
 */
class UnreachableServerTests {

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mariadb" })
	void aPortWhereNothingListensIsToldWithItsCause(String product) {
		Database database = Database.create("legacy",
				"jdbc:%s://127.0.0.1:%d/app".formatted(product, TestServers.unusedPort()),
				(settings) -> settings.username("app").password("s3cr3t"));

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
			.withMessageStartingWith("Database 'legacy' could not be opened at 'jdbc:" + product)
			.withMessageEndingWith("; start the server, or correct the URL; "
					+ "if it may be down at start, set required to false in its settings")
			.withRootCauseInstanceOf(java.net.ConnectException.class);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "POSTGRESQL", "MARIADB" })
	void aRefusedLoginIsToldWithWhatToCheck(TestServer product) {
		try (TestDatabase target = product.create()) {
			Database database = Database.create("legacy", target.url(),
					(settings) -> settings.username(target.username() + "x").password("wr0ng"));
			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
				.withMessageEndingWith("; check the user and password in its settings")
				.satisfies((ex) -> assertThat(ex.isRefusedLogin()).isTrue());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "MARIADB" })
	@Timeout(30)
	void aPingGivesUpAServerThatVanished(TestServer product) throws Exception {
		try (TestDatabase target = product.create(); ToggleProxy proxy = ToggleProxy.before(target)) {
			Database database = Database.create("legacy", proxy.url(),
					(settings) -> settings.username(target.username()).password(target.password()));
			try (Lease lease = database.acquire("test")) {
				database.ping(Duration.ofSeconds(1));
				proxy.freeze();
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> database.ping(Duration.ofSeconds(1)));
				database.ping(Duration.ofSeconds(5));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "mariadb" })
	@Timeout(30)
	void aSilentServerHoldsNobodyBeyondTheLimit(String product) throws Exception {
		try (SilentServer server = SilentServer.start()) {
			Database database = Database.create("legacy",
					"jdbc:%s://127.0.0.1:%d/app".formatted(product, server.port()),
					(settings) -> settings.openTimeout(Duration.ofSeconds(1)));
			ExecutorService callers = Executors.newFixedThreadPool(8);
			try {
				List<Future<DatabaseOpenException>> ends = new ArrayList<>();
				for (int i = 0; i < 8; i++) {
					ends.add(callers.submit(
							() -> catchThrowableOfType(DatabaseOpenException.class, () -> database.acquire("test"))));
				}
				for (Future<DatabaseOpenException> end : ends) {
					assertThat(end.get(8, TimeUnit.SECONDS)).isNotNull();
				}
				assertThat(database.status().holders()).isEmpty();
			}
			finally {
				callers.shutdownNow();
			}
			await().until(() -> server.connections() == 0);
		}
	}

	@Test
	@Timeout(60)
	void anOptionalDatabaseIsRetriedUntilItIsBack() throws Exception {
		try (TestDatabase target = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(target)) {
			Database database = Database.create("legacy", proxy.url(),
					(settings) -> settings.username(target.username()).password(target.password()).required(false));
			proxy.cut();

			try (Lease lease = database.acquireWhenAvailable("registry")) {
				assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.UNAVAILABLE);
				assertThat(database.status().holders()).containsExactly("registry");
				assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(database::jdbcClient)
					.withMessageContaining("'legacy' has not been available since")
					.satisfies((ex) -> assertThat(ex.getSince()).isNotNull())
					.withCauseInstanceOf(DatabaseOpenException.class);
				assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(database::ping);

				proxy.restore();
				await().until(() -> database.status().state() == DatabaseStatus.State.OPEN);
				assertThat(database.jdbcClient().sql("select 1").query(Integer.class).single()).isOne();
			}
			assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
			target.assertConnections(0);
		}
	}

	@Test
	void aFurtherHolderOfAnOptionalDatabaseDoesNotWaitForTheSameSilence() throws Exception {
		try (SilentServer server = SilentServer.start()) {
			Database database = Database.create("legacy", "jdbc:postgresql://127.0.0.1:%d/app".formatted(server.port()),
					(settings) -> settings.required(false).openTimeout(Duration.ofSeconds(3)));
			Lease first = database.acquireWhenAvailable("first");
			Lease second = CompletableFuture.supplyAsync(() -> database.acquireWhenAvailable("second"))
				.get(2, TimeUnit.SECONDS);

			assertThat(database.status().holders()).containsExactly("first", "second");
			assertThat(first.release()).isTrue();
			assertThat(database.status().holders()).containsExactly("second");
			assertThat(second.release()).isTrue();
			assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		}
	}

	@Test
	void releasingAnOptionalDatabaseThatIsDownEndsItsRetries() {
		Database database = Database.create("legacy",
				"jdbc:postgresql://127.0.0.1:%d/app".formatted(TestServers.unusedPort()),
				(settings) -> settings.required(false));
		Lease lease = database.acquireWhenAvailable("registry");

		assertThat(lease.release()).isTrue();
		assertThat(lease.release()).isFalse();
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		assertThat(database.status().holders()).isEmpty();
	}

	@Test
	void aMissingDriverIsAMistakeAlsoOfAnOptionalDatabase() {
		Database database = Database.create("legacy", "jdbc:nosuch:thing;password=s3cr3t",
				(settings) -> settings.required(false));

		assertThatExceptionOfType(MissingDriverException.class)
			.isThrownBy(() -> database.acquireWhenAvailable("registry"))
			.withMessageContaining("no driver on the class path takes it")
			.withMessageNotContaining("s3cr3t");
	}

	@Test
	void aSecretThatADriverTellsIsNotPassedOn() {
		Database database = Database.create("legacy", "jdbc:telltale:legacy",
				(settings) -> settings.driverClassName(TelltaleDriver.class.getName()).password("s3cr3t"));

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
			.withMessageContaining("no login with password ***")
			.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain("s3cr3t"));
	}

	@Test
	void aMendedPasswordWorksAtTheNextTry() {
		try (TestDatabase target = TestServer.POSTGRESQL.create()) {
			String[] password = { "wrong" };
			Database database = Database.create("legacy", target.url(),
					(settings) -> settings.pool((pool) -> pool.setUsername(target.username()))
						.pool((pool) -> pool.setPassword(password[0])));

			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("test"))
				.withMessageContaining("password authentication failed");
			target.assertConnections(0);

			password[0] = target.password();
			try (Lease lease = database.acquire("test")) {
				assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
			}
		}
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	/**
	 * A driver that puts the password into its messages.
	 */
	public static final class TelltaleDriver implements Driver {

		@Override
		public Connection connect(String url, Properties properties) throws SQLException {
			throw new SQLException("no login with password " + properties.getProperty("password"));
		}

		@Override
		public boolean acceptsURL(String url) {
			return url.startsWith("jdbc:telltale:");
		}

		@Override
		public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
			return new DriverPropertyInfo[0];
		}

		@Override
		public int getMajorVersion() {
			return 1;
		}

		@Override
		public int getMinorVersion() {
			return 0;
		}

		@Override
		public boolean jdbcCompliant() {
			return false;
		}

		@Override
		public Logger getParentLogger() throws SQLFeatureNotSupportedException {
			throw new SQLFeatureNotSupportedException();
		}

	}

}
