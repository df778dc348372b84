package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.migration.ChangelogMigration;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The primary is not migrated while another instance does it by hand. */
abstract class AloneContractTests {

	private static final String CHANGELOG = "classpath:/db/changelog/db.changelog-master.yaml";

	@AutoClose
	private final TestDatabase database;

	private final DriverManagerDataSource others;

	/** A pool with one connection, which is enough. */
	@AutoClose
	private final HikariDataSource pool = new HikariDataSource();

	AloneContractTests(TestServer server) {
		this.database = server.create();
		this.others = new DriverManagerDataSource(this.database.url(), this.database.username(),
				this.database.password());
		this.pool.setJdbcUrl(this.database.url());
		this.pool.setUsername(this.database.username());
		this.pool.setPassword(this.database.password());
		this.pool.setMaximumPoolSize(1);
	}

	@Test
	void waitsForTheOther() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		CompletableFuture<Void> other = holdUntil(end);

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(Duration.ofMillis(200)))
			.withMessageContainingAll("'primary'", "locked by", "wait for that instance");
		assertThat(tables()).doesNotContain("visit").noneMatch("databasechangelog"::equalsIgnoreCase);
		CompletableFuture<Void> start = CompletableFuture.runAsync(() -> migrate(Duration.ofMinutes(1)));
		end.countDown();

		start.get(1, TimeUnit.MINUTES);
		other.get(1, TimeUnit.MINUTES);
		assertThat(tables()).contains("visit");
		migrate(Duration.ZERO);
	}

	@Test
	void givesTheConnectionBackAsItWas() throws Exception {
		this.pool.setAutoCommit(false);

		migrate(Duration.ofMinutes(1));

		assertThat(this.pool.getConnection().getAutoCommit()).isFalse();
		CountDownLatch end = new CountDownLatch(0);
		holdUntil(end).get(1, TimeUnit.MINUTES);
	}

	private CompletableFuture<Void> holdUntil(CountDownLatch end) throws InterruptedException {
		CountDownLatch held = new CountDownLatch(1);
		CompletableFuture<Void> holding = CompletableFuture.runAsync(() -> {
			try {
				ChangelogMigration.of("primary", null, settings(Duration.ofSeconds(10)).build())
					.alone(this.others, (connection) -> {
						held.countDown();
						end.await();
					});
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
		return holding;
	}

	private static ChangelogSettings.Builder settings(Duration timeout) {
		return ChangelogSettings.builder().location(CHANGELOG).lockTimeout(timeout);
	}

	private void migrate(Duration timeout) {
		SpringLiquibase original = new SpringLiquibase();
		original.setDataSource(this.pool);
		original.setResourceLoader(new DefaultResourceLoader());
		original.setChangeLog(CHANGELOG);
		original.setAnalyticsEnabled(false);
		try {
			new PrimaryLiquibase(original, false, false, () -> "primary", (settings) -> settings.lockTimeout(timeout))
				.afterPropertiesSet();
		}
		catch (LiquibaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> tables() throws SQLException {
		List<String> names = new ArrayList<>();
		try (Connection connection = this.others.getConnection();
				ResultSet tables = connection.getMetaData()
					.getTables(connection.getCatalog(), connection.getSchema(), null, new String[] { "TABLE" })) {
			while (tables.next()) {
				names.add(tables.getString("TABLE_NAME"));
			}
		}
		return names;
	}

}
