package io.dbregistry.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Attempts that hang, leases given back meanwhile, retries, and pools that are slow to
 * close.
 */
class OpenGateTests {

	private final CountDownLatch gate = new CountDownLatch(1);

	private final AtomicInteger attempts = new AtomicInteger();

	/** Fails the first attempt, hangs in all others whatever interrupts say. */
	private OpenHook hangAfterTheFirst() {
		return (dataSource) -> {
			if (this.attempts.incrementAndGet() == 1) {
				throw new SQLException("down");
			}
			boolean interrupted = false;
			while (true) {
				try {
					this.gate.await();
					break;
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		};
	}

	private static Database database(String name, long limitMillis, OpenHook hook) {
		return Database.create(name, "jdbc:h2:mem:" + name,
				(settings) -> settings.required(false).openTimeout(Duration.ofMillis(limitMillis)).openHook(hook));
	}

	@Test
	@Timeout(60)
	void aLeaseGivenBackWhileARetryHangsNeverHoldsAgain() throws Exception {
		Database database = database("hangs", 300, hangAfterTheFirst());
		Lease lease = database.acquireWhenAvailable("app");
		await().until(() -> this.attempts.get() >= 2);

		assertThat(lease.release()).isTrue();
		this.gate.countDown();

		await().until(() -> threads("registry-open-hangs") == 0);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		assertThat(database.status().holders()).isEmpty();
		assertThat(lease.release()).isFalse();
	}

	@Test
	@Timeout(60)
	void aForcedCloseEndsAHangingRetryToo() throws Exception {
		Database database = database("forced", 5000, hangAfterTheFirst());
		Lease lease = database.acquireWhenAvailable("app");
		await().until(() -> this.attempts.get() == 2);

		database.forceClose();
		this.gate.countDown();

		await().until(() -> threads("registry-open-forced") == 0);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		assertThat(database.status().holders()).isEmpty();
		assertThat(lease.release()).isFalse();
	}

	@Test
	@Timeout(60)
	void aForcedCloseTellsThoseWhoWait() throws Exception {
		Database database = database("waits", 20_000, hangAfterTheFirst());
		this.attempts.set(1);
		List<Throwable> failures = new ArrayList<>();
		Thread waiter = new Thread(() -> {
			try {
				database.acquire("app");
			}
			catch (DatabaseOpenException ex) {
				failures.add(ex);
			}
		});
		waiter.start();
		await().until(() -> database.status().state() == DatabaseStatus.State.OPENING && this.attempts.get() == 2);
		assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(database::close)
			.withMessageContaining("'app'");

		database.forceClose();
		waiter.join();

		assertThat(failures).singleElement()
			.satisfies((ex) -> assertThat(ex).hasMessageContaining("closed by force while it was being opened"));
		this.gate.countDown();
	}

	@Test
	@Timeout(60)
	void noMoreThanTwoAttemptsHangAtOnce() {
		Database database = database("stuck", 100, hangAfterTheFirst());
		this.attempts.set(1);
		for (int i = 0; i < 6; i++) {
			assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("app"))
				.withMessageContaining("no answer within 100 ms");
		}
		assertThat(threads("registry-open-stuck")).isEqualTo(2);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);

		this.gate.countDown();
		await().until(() -> threads("registry-open-stuck") == 0);
		try (Lease lease = database.acquire("app")) {
			assertThat(database.status().holders()).containsExactly("app");
		}
	}

	@Test
	@Timeout(60)
	void retriesAreOneChainHoweverOftenItIsAcquired() throws Exception {
		Database database = database("chain", 5000, (dataSource) -> {
			this.attempts.incrementAndGet();
			throw new SQLException("down");
		});
		for (int i = 0; i < 19; i++) {
			database.acquireWhenAvailable("app").release();
		}
		try (Lease lease = database.acquireWhenAvailable("app")) {
			int before = this.attempts.get();
			Thread.sleep(3500);
			assertThat(this.attempts.get() - before).isBetween(1, 2);
		}
	}

	@Test
	@Timeout(60)
	void aPoolThatIsSlowToCloseHoldsNobodyBeyondTheLimit() throws Exception {
		CountDownLatch closing = new CountDownLatch(1);
		Database database = Database.create("slow", "jdbc:h2:mem:slow",
				(settings) -> settings.openTimeout(Duration.ofMillis(500)).pool(slowToClose(closing, this.gate)));
		Lease lease = database.acquire("first");
		Thread closer = new Thread(lease::release);
		closer.start();
		assertThat(closing.await(10, TimeUnit.SECONDS)).isTrue();

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("second"))
			.withMessageContaining("still being closed");
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);

		this.gate.countDown();
		closer.join();
		try (Lease again = database.acquire("third")) {
			assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.OPEN);
		}
	}

	@Test
	@Timeout(60)
	void aPoolThatNobodyWantsIsClosedWhileHooksComeAndGo() throws Exception {
		CountDownLatch closing = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		Database database = Database.create("surplus", "jdbc:h2:mem:surplus",
				(settings) -> settings.openTimeout(Duration.ofMillis(300))
					.openHook(hangAfterTheFirst())
					.pool(slowToClose(closing, closed)));
		this.attempts.set(1);
		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("app"));
		this.gate.countDown();
		assertThat(closing.await(10, TimeUnit.SECONDS)).isTrue();

		OpenHook late = (dataSource) -> {
		};
		FutureTask<Boolean> adding = new FutureTask<>(() -> database.addOpenHook(late), true);
		new Thread(adding).start();
		assertThat(adding.get(10, TimeUnit.SECONDS)).isTrue();

		closed.countDown();
		await().until(() -> threads("registry-open-surplus") == 0);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void anErrorWhileOpeningLeavesNothingOpen() {
		List<String> steps = new ArrayList<>();
		Database database = Database.create("error", "jdbc:h2:mem:error",
				(settings) -> settings.openHook(new OpenHook() {

					@Override
					public void opened(javax.sql.DataSource dataSource) {
						steps.add("done");
					}

					@Override
					public void undo() {
						steps.add("undone");
					}

				}).openHook((dataSource) -> {
					throw new NoClassDefFoundError("liquibase/Scope");
				}));

		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("app"))
			.withMessageContaining("liquibase/Scope")
			.withCauseInstanceOf(NoClassDefFoundError.class);
		assertThat(steps).containsExactly("done", "undone");
		await().until(() -> threads("registry-error") == 0);
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void aHookThatComesWhileOpeningIsPartOfIt() {
		List<String> steps = new CopyOnWriteArrayList<>();
		Database database = Database.create("late", "jdbc:h2:mem:late", (settings) -> {
		});
		database.addOpenHook((dataSource) -> {
			steps.add("first");
			database.addOpenHook((same) -> steps.add("late"));
		});
		try (Lease lease = database.acquire("app")) {
			assertThat(steps).containsExactly("first", "late");
			assertThat(lease.holder()).isEqualTo("app");
		}
	}

	@Test
	void aHookThatComesWhileOpeningCanEndIt() {
		List<String> steps = new CopyOnWriteArrayList<>();
		Database database = Database.create("late", "jdbc:h2:mem:late", (settings) -> {
		});
		database.addOpenHook(new OpenHook() {

			@Override
			public void opened(javax.sql.DataSource dataSource) {
				steps.add("first");
				database.addOpenHook((same) -> {
					throw new IllegalStateException("not ready");
				});
			}

			@Override
			public void undo() {
				steps.add("undone");
			}

		});
		assertThatExceptionOfType(DatabaseOpenException.class).isThrownBy(() -> database.acquire("app"))
			.withMessageContaining("not ready");
		assertThat(steps).containsExactly("first", "undone");
		assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void noHookIsPassedOverBetweenOpeningAndOpen() throws Exception {
		for (int round = 0; round < 100; round++) {
			Database database = Database.create("late", "jdbc:h2:mem:late", (settings) -> {
			});
			AtomicBoolean opening = new AtomicBoolean();
			AtomicBoolean run = new AtomicBoolean();
			database.addOpenHook((dataSource) -> opening.set(true));
			FutureTask<Lease> opener = new FutureTask<>(() -> database.acquire("app"));
			new Thread(opener).start();
			await().pollDelay(Duration.ZERO).pollInterval(Duration.ofNanos(1)).untilTrue(opening);
			for (int i = 0; i < round; i++) {
				Thread.onSpinWait();
			}
			database.addOpenHook((dataSource) -> run.set(true));
			boolean open = database.status().state() == DatabaseStatus.State.OPEN;
			opener.get().release();
			assertThat(open || run.get()).as("in round %d", round).isTrue();
		}
	}

	@Test
	void rollbackModeNeedsAConnectionBesideItsOwn() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Database.create("test", "jdbc:h2:mem:test",
					(settings) -> settings.rollback(true).pool((pool) -> pool.setMaximumPoolSize(1))))
			.withMessageContaining("'test' is in rollback mode");
	}

	/** A pool whose end waits. */
	private static Consumer<HikariConfig> slowToClose(CountDownLatch closing, CountDownLatch until) {
		return (pool) -> pool.setMetricsTrackerFactory((name, statistics) -> new IMetricsTracker() {

			@Override
			public void close() {
				closing.countDown();
				try {
					until.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}

		});
	}

	private static long threads(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(name))
			.count();
	}

}
