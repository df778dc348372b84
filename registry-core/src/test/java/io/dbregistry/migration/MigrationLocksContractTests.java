package io.dbregistry.migration;

import java.time.Duration;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

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
			.withMessageContaining("'DATABASECHANGELOGLOCK' is locked by 'dead (10.0.0.1)' for ")
			.withMessageEndingWith("wait for that process, or if it is dead, take its lock over by takeOverLock()");
		assertThat(migrate(ApplyOptions::takeOverLock)).containsExactly("a");
		sql("update %s set LOCKED = true, LOCKGRANTED = '2020-01-01 00:00:00', LOCKEDBY = 'dead'".formatted(LOCK));
		this.files.master(table("a"), table("b"));
		this.registry = registry((settings) -> settings.takeOverLockAfter(Duration.ofDays(1)));
		assertThat(migrate()).containsExactly("b");
	}

}
