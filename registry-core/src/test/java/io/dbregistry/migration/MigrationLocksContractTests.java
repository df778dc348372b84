package io.dbregistry.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.TimeZone;

import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who waits for whom. */
abstract class MigrationLocksContractTests extends ApplyTestBase {

	static final String LOCK = "DATABASECHANGELOGLOCK";

	MigrationLocksContractTests(TestServer server) {
		super(server);
	}

	@Test
	void theLockOfAnotherUserOfLiquibaseIsWaitedForAndTakenOver() throws Exception {
		this.files.master(table("a"));
		sql("create table %s (ID integer primary key, LOCKED boolean not null, LOCKGRANTED timestamp null, LOCKEDBY varchar(255))"
			.formatted(LOCK));
		sql("insert into %s values (1, true, timestamp '2020-01-01 00:00:00', 'dead (10.0.0.1)')".formatted(LOCK)
			.replace((this.server == TestServer.SQLITE) ? "timestamp '" : "no change", "'"));
		this.registry = registry((settings) -> settings.lockTimeout(Duration.ofMillis(300)));
		assertThat(status().lockHolder()).isEqualTo("dead (10.0.0.1)");
		assertThat(status().lockAge()).isGreaterThan(Duration.ofDays(365));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate)
			.withMessageMatching(
					".* failed: it is locked by 'dead \\(10\\.0\\.0\\.1\\)' for \\d+ days in table 'DATABASECHANGELOGLOCK', still after \\d+ m?s; .*")
			.withMessageEndingWith("wait for that process, or if it is dead, take its lock over by takeOverLock(), "
					+ "by the option registry.migrations.take-over-lock of a command, or at a start by "
					+ "registry.migrations.take-over-lock-after");
		assertThat(migrate(ApplyOptions::takeOverLock)).containsExactly("a");
		sql("update %s set LOCKED = true, LOCKGRANTED = '2020-01-01 00:00:00', LOCKEDBY = 'dead'".formatted(LOCK));
		this.files.master(table("a"), table("b"));
		this.registry = registry((settings) -> settings.takeOverLockAfter(Duration.ofDays(1)));
		assertThat(migrate()).containsExactly("b");
	}

	@Test
	void theAgeOfALockIsThatOfTheServer(@TempDir Path folder) throws Exception {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
		try {
			this.files.master(table("a"));
			this.registry = registry(
					(settings) -> settings.lockTimeout(Duration.ofMillis(300)).takeOverLockAfter(Duration.ofHours(1)));
			try (Lease open = this.registry.open()) {
				assertThat(open).isNotNull();
				new StockLiquibase(folder).lock(this.registry.databases().primary());
			}
			assertThat(status().lockAge()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
			assertThatExceptionOfType(MigrationException.class).isThrownBy(this::migrate).withMessageContaining(LOCK);
			this.registry = registry((settings) -> settings.takeOverLockAfter(Duration.ZERO));
			assertThat(migrate()).containsExactly("a");
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void aLockThatWasTakenAgainIsNotTakenOver(@TempDir Path folder) throws Exception {
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			new StockLiquibase(folder).lock(this.registry.databases().primary());
			try (Connection connection = this.registry.databases().primary().connection()) {
				LockRow row = new LockRow(new MigrationTask(new MigrationPlace("primary", null, null),
						this.files.settings().build(), new ApplyOptions().takeOverLock(), Dialect.from(connection)));
				LockRow.Held first = row.find(connection).orElseThrow();
				sql("update %s set LOCKGRANTED = '2020-01-01 00:00:00'".formatted(LOCK));
				assertThat(row.tryTakeOver(connection, first)).isFalse();
				LockRow.Held second = row.find(connection).orElseThrow();
				assertThat(row.tryTakeOver(connection, second)).isTrue();
				assertThat(row.find(connection)).isEmpty();
			}
		}
	}

}
