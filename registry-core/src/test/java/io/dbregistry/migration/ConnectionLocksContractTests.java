package io.dbregistry.migration;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.testsupport.LoggedLines;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** Who waits for whom where locks end with a connection, and a database has schemas. */
abstract class ConnectionLocksContractTests extends MigrationLocksContractTests {

	ConnectionLocksContractTests(TestServer server) {
		super(server);
	}

	@Test
	void whoWaitsGoesOnWhenNothingIsLeft() throws Exception {
		this.files.master(table("a"));
		this.registry = registry((settings) -> settings.lockTimeout(Duration.ofSeconds(30)));
		try (Lease open = this.registry.open()) {
			DataSource source = this.registry.databases().primary().dataSource();
			try (Connection other = source.getConnection()) {
				Dialect dialect = Dialect.from(other);
				String schema = dialect.findCurrentSchema(other).orElseThrow();
				MigrationLock lock = MigrationLock.of(dialect, source, schema, null);
				assertThat(lock.tryAcquire(other)).isTrue();
				CompletableFuture<List<String>> waiting = CompletableFuture.supplyAsync(this::migrate);
				Thread.sleep(300);
				assertThat(waiting).isNotDone();
				applyBesideTheLock(source);
				assertThat(waiting.get(20, TimeUnit.SECONDS)).isEmpty();
				lock.release(other);
			}
			assertThat(open).isNotNull();
		}
	}

	/** What an instance does that holds the lock. */
	private void applyBesideTheLock(DataSource source) throws Exception {
		try (Connection connection = source.getConnection()) {
			MigrationTask task = new MigrationTask(new MigrationPlace("primary", null, null),
					this.files.settings().build(), new ApplyOptions(), Dialect.from(connection));
			ChangelogInputs inputs = ChangelogInputs.none();
			List<String> applied = LiquibaseRun.call(task, connection, true, inputs,
					(run) -> run.update(task.options().range()));
			assertThat(applied).hasSize(1);
			StateTable state = new StateTable(task);
			state.create(connection);
			state.write(connection, inputs, inputs.digest(task.settings()).orElseThrow());
		}
	}

	@Test
	void whoeverHoldsTheLockTooLongIsNamed() throws Exception {
		this.files.master(table("a"));
		this.registry = registry((settings) -> settings.lockTimeout(Duration.ofSeconds(2)));
		try (Lease open = this.registry.open()) {
			DataSource source = this.registry.databases().primary().dataSource();
			try (Connection other = source.getConnection()) {
				Dialect dialect = Dialect.from(other);
				MigrationLock lock = MigrationLock.of(dialect, source, dialect.findCurrentSchema(other).orElseThrow(),
						null);
				assertThat(lock.tryAcquire(other)).isTrue();
				assertThat(status().lockHolder()).matches("(process|connection|session) \\d+.*");
				try (LoggedLines log = new LoggedLines(LockWait.class.getName())) {
					assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
						.withMessageMatching(
								".* it is locked by (process|connection|session) \\d+.*, still after \\d+ m?s; "
										+ "wait for that instance of the application, or end it");
					assertThat(log.lines()).singleElement(as(STRING))
						.matches("database 'primary' is locked by (process|connection|session) \\d+.*; "
								+ "waiting for \\d+ m?s at most");
				}
				lock.release(other);
			}
			assertThat(migrate()).containsExactly("a");
			assertThat(open).isNotNull();
		}
	}

	@Test
	@Timeout(45)
	void locksThatNobodyGivesBackAreWaitedForOnce() throws Exception {
		this.files.tenants(table("a"));
		this.registry = registry((settings) -> settings.lockTimeout(Duration.ofSeconds(5)));
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			String[] schemas = new String[12];
			for (int i = 0; i < schemas.length; i++) {
				schemas[i] = this.test.schemaName("locked_" + i);
				this.registry.schemas().create(schemas[i]);
				sql("create table %s.%s (ID integer primary key, LOCKED boolean not null, LOCKGRANTED timestamp null, LOCKEDBY varchar(255))"
					.formatted(this.registry.databases().primary().dialect().quoteSchema(schemas[i]), LOCK));
				sql("insert into %s.%s values (1, true, null, 'dead')"
					.formatted(this.registry.databases().primary().dialect().quoteSchema(schemas[i]), LOCK));
			}
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> this.registry.migrations().stamp("primary", (options) -> options.schemas(schemas)))
				.withMessageStartingWith("Stamping 12 of 12 schemas of database 'primary' failed:\n- schema '%s' of "
					.formatted(schemas[0]))
				.withMessageEndingWith("\n- and 7 more")
				.satisfies((failure) -> assertThat(failure.getSuppressed()).hasSize(4));
			for (String schema : schemas) {
				this.registry.schemas().drop(schema, (drop) -> drop.cascade());
			}
		}
	}

	@Test
	void theLockOfASchemaWithASimilarNameIsAnother() throws Exception {
		this.files.tenants(table("a"));
		String underscore = this.test.schemaName("a_b");
		String other = underscore.replace('_', 'x');
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			this.registry.schemas().create(underscore);
			this.registry.schemas().create(other);
			sql("create table %s.%s (ID integer primary key)"
				.formatted(this.registry.databases().primary().dialect().quoteSchema(other), LOCK));
			assertThat(migrate((options) -> options.schemas(underscore))).containsExactly("a");
			this.registry.schemas().drop(underscore, (drop) -> drop.cascade());
			this.registry.schemas().drop(other, (drop) -> drop.cascade());
		}
	}

}
