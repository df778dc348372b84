package io.dbregistry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.SilentServer;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.TestServers;
import io.dbregistry.testsupport.ToggleProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class RegistryLifeCycleTests {

	@Test
	void opensAllAndClosesAllWithTheLastLease() {
		try (TestDatabase orders = TestServer.POSTGRESQL.create(); TestDatabase analytics = TestServer.H2.create()) {
			Registry registry = Registry.builder()
				.database(orders.url(), loginOf(orders))
				.extra("analytics", analytics.url(), loginOf(analytics))
				.build();
			orders.assertConnections(0);

			Lease first = registry.open();
			Lease second = registry.open("nightly report");
			assertThat(registry.databases()).allSatisfy((database) -> {
				assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
				assertThat(database.status().holders()).containsExactly("registry", "nightly report");
			});
			assertThat(first.release()).isTrue();
			assertThat(first.release()).isFalse();
			assertThat(orders.serverConnections()).isPositive();
			second.close();

			orders.assertConnections(0);
			analytics.assertConnections(0);
			try (Lease again = registry.open()) {
				assertThat(registry.databases().get("analytics").status().state()).isEqualTo(DatabaseStatus.State.OPEN);
			}
		}
	}

	@Test
	void oneDeadDatabaseClosesTheOthersAndCanBeMended() {
		try (TestDatabase orders = TestServer.POSTGRESQL.create();
				TestDatabase analytics = TestServer.H2.create();
				TestDatabase legacy = TestServer.POSTGRESQL.create();
				ToggleProxy proxy = ToggleProxy.before(legacy)) {
			Registry registry = Registry.builder()
				.database(orders.url(), loginOf(orders))
				.extra("analytics", analytics.url(), loginOf(analytics))
				.extra("legacy", proxy.url(), loginOf(legacy))
				.build();
			proxy.cut();

			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(registry::open)
				.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("legacy"))
				.withMessageContaining("'legacy' could not be opened at 'jdbc:postgresql:");
			assertThat(registry.databases())
				.allSatisfy((database) -> assertThat(database.status().holders()).isEmpty());
			orders.assertConnections(0);
			analytics.assertConnections(0);

			proxy.restore();
			try (Lease lease = registry.open()) {
				assertThat(registry.databases()).allSatisfy(
						(database) -> assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN));
			}
			legacy.assertConnections(0);
		}
	}

	@Test
	void theFirstFailureInOrderIsThrownAndTheOthersAreKept() {
		int port = TestServers.unusedPort();
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:first")
			.extra("b", "jdbc:postgresql://127.0.0.1:%d/b".formatted(port))
			.extra("a", "jdbc:mariadb://127.0.0.1:%d/a".formatted(port))
			.build();

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(registry::open).satisfies((ex) -> {
			assertThat(ex.getDatabase()).isEqualTo("b");
			assertThat(ex.getSuppressed()).singleElement()
				.isInstanceOfSatisfying(DatabaseOpenException.class,
						(suppressed) -> assertThat(suppressed.getDatabase()).isEqualTo("a"));
		});
	}

	@Test
	@Timeout(30)
	void severalSilentServersTakeNoLongerThanOne() {
		try (SilentServer server = SilentServer.start()) {
			RegistryBuilder builder = Registry.builder()
				.database("jdbc:h2:mem:first")
				.defaults((settings) -> settings.openTimeout(Duration.ofSeconds(2)));
			for (int i = 0; i < 10; i++) {
				builder.extra("silent" + i, "jdbc:postgresql://127.0.0.1:%d/app".formatted(server.port()));
			}
			Registry registry = builder.build();

			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(registry::open)
				.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(9));
			await().until(() -> server.connections() == 0);
		}
	}

	@Test
	void anInterruptWhileOpeningReleasesEverything() {
		try (SilentServer server = SilentServer.start(); TestDatabase orders = TestServer.POSTGRESQL.create()) {
			Registry registry = Registry.builder()
				.database(orders.url(), loginOf(orders))
				.extra("silent", "jdbc:postgresql://127.0.0.1:%d/app".formatted(server.port()))
				.build();
			Thread caller = Thread.currentThread();
			Thread interrupter = new Thread(() -> {
				await().until(() -> server.connections() == 1
						&& registry.databases().primary().status().state() == DatabaseStatus.State.OPEN);
				caller.interrupt();
			});
			interrupter.start();

			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(registry::open)
				.withMessageContaining("interrupted");
			assertThat(Thread.interrupted()).isTrue();
			orders.assertConnections(0);
			assertThat(registry.databases().primary().status().holders()).isEmpty();
		}
	}

	@Test
	void closesInReverseOrder() {
		List<String> closed = Collections.synchronizedList(new ArrayList<>());
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:first", noting("primary", closed))
			.extra("b", "jdbc:h2:mem:b", noting("b", closed))
			.extra("a", "jdbc:h2:mem:a", noting("a", closed))
			.build();

		registry.open().close();

		assertThat(closed).containsExactly("a", "b", "primary");
	}

	private static Consumer<DatabaseSettings.Builder> noting(String name, List<String> closed) {
		return (settings) -> settings
			.pool((pool) -> pool.setMetricsTrackerFactory((poolName, statistics) -> new IMetricsTracker() {

				@Override
				public void close() {
					closed.add(name);
				}

			}));
	}

	@Test
	void aDatabaseOfTwoRegistriesHasOneCount() {
		Database shared = Database.create("shared", "jdbc:h2:mem:shared", DatabaseSettings.builder().build());
		Registry one = Registry.builder().database(shared).build();
		Registry two = Registry.builder().database("jdbc:h2:mem:two").extra("reports", shared).build();

		Lease first = one.open("one");
		Lease second = two.open("two");
		assertThat(shared.status().holders()).containsExactly("one", "two");
		first.close();
		assertThat(shared.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
		first.close();
		assertThat(shared.status().holders()).containsExactly("two");
		second.close();
		assertThat(shared.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void anOptionalDatabaseThatIsDownDoesNotFailTheOthers() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:first")
			.extra("legacy", "jdbc:postgresql://127.0.0.1:%d/app".formatted(TestServers.unusedPort()),
					(settings) -> settings.required(false))
			.build();

		try (Lease lease = registry.open()) {
			assertThat(registry.databases().primary().status().state()).isEqualTo(DatabaseStatus.State.OPEN);
			assertThat(registry.databases().get("legacy").status().outage()).isNotNull();
		}
		assertThat(registry.databases().get("legacy").status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void failuresOfClosingDoNotKeepOthersOpen() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:first")
			.extra("broken", "jdbc:h2:mem:broken", (settings) -> settings.rollback(true))
			.build();
		Lease lease = registry.open();
		registry.databases().get("broken").jdbcClient().sql("shutdown").update();

		assertThatExceptionOfType(io.dbregistry.database.DatabaseCloseException.class).isThrownBy(lease::close)
			.withMessageContaining("'broken' was closed, but not cleanly");
		assertThat(registry.databases())
			.allSatisfy((database) -> assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED));
	}

	private static Consumer<DatabaseSettings.Builder> loginOf(TestDatabase database) {
		return (settings) -> settings.username(database.username()).password(database.password());
	}

}
