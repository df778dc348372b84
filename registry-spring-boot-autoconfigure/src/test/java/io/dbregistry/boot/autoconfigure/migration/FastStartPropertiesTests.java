package io.dbregistry.boot.autoconfigure.migration;

import java.beans.PropertyDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Each property of Spring Boot's migrations has its effect with a fast start too. */
@ExtendWith(OutputCaptureExtension.class)
class FastStartPropertiesTests {

	private final Map<String, Effect> effects = new LinkedHashMap<>();

	FastStartPropertiesTests() {
		whatToApply();
		whereTo();
		atEachStart();
		howItRuns();
	}

	private void whatToApply() {
		changed("changeLog", "change-log=classpath:/db/changelog/reports/db.changelog-master.yaml",
				(application) -> assertThat(application.has("REPORT")).isTrue());
		changed("contexts", "contexts=demo", (application) -> assertThat(application.has("IN_CONTEXT")).isTrue());
		changed("labelFilter", "label-filter=later", (application) -> assertThat(application.has("LABELLED")).isTrue());
		changed("parameters", "parameters.table=other", (application) -> assertThat(application.has("OTHER")).isTrue());
		changed("databaseChangeLogTable", "database-change-log-table=HISTORY",
				(application) -> assertThat(application.has("HISTORY")).isTrue());
		first("databaseChangeLogLockTable", "database-change-log-lock-table=LOCKS",
				(application) -> assertThat(application.has("LOCKS")).isTrue());
		this.effects.put("enabled",
				(database, output) -> new FastStartApplication(database).with("spring.liquibase.enabled=false")
					.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SpringLiquibase.class)));
	}

	private void whereTo() {
		elsewhere("defaultSchema", "default-schema=ELSEWHERE", "ELSEWHERE.DATABASECHANGELOG");
		elsewhere("liquibaseSchema", "liquibase-schema=ELSEWHERE", "ELSEWHERE.DATABASECHANGELOG");
		this.effects.put("liquibaseTablespace", (database, output) -> {
			try (TestDatabase postgres = TestServer.POSTGRESQL.create()) {
				failsWith(new FastStartApplication(postgres).with("spring.liquibase.liquibase-tablespace=nowhere"),
						"tablespace \"nowhere\" does not exist");
			}
		});
		this.effects.put("url", (database, output) -> {
			try (TestDatabase other = TestServer.H2.create()) {
				application(database)
					.with("spring.liquibase.url=" + other.url(), "spring.liquibase.user=" + other.username(),
							"spring.liquibase.password=" + other.password())
					.start();
				assertThat(new FastStartApplication(other).has("BASE")).isTrue();
			}
		});
		this.effects.put("user", (database, output) -> connectsAs(database, "secret", "MIGRATOR"));
		this.effects.put("password", (database, output) -> {
			application(database).execute("create user migrator password 'secret' admin");
			failsWith(new FastStartApplication(database).with("spring.liquibase.user=migrator",
					"spring.liquibase.password=wrong"), "Wrong user name or password");
		});
		this.effects.put("driverClassName",
				(database, output) -> failsWith(application(database).with("spring.liquibase.url=" + database.url(),
						"spring.liquibase.driver-class-name=no.such.Driver"), "no.such.Driver"));
	}

	private void atEachStart() {
		this.effects.put("dropFirst", (database, output) -> {
			FastStartApplication application = application(database);
			application.execute("create table junk (id int)");
			application.with("spring.liquibase.drop-first=true").start();
			assertThat(application.has("JUNK")).isFalse();
			assertThat(application.has("BASE")).isTrue();
		});
		this.effects.put("clearChecksums", (database, output) -> {
			FastStartApplication application = application(database);
			application.execute("update databasechangelog set md5sum = '9:0'");
			application.with("spring.liquibase.clear-checksums=true").start();
			assertThat(application.value("select count(*) from databasechangelog where md5sum = '9:0'", Integer.class))
				.isZero();
		});
		first("tag", "tag=v1", (application) -> {
			assertThat(application.has("BASE")).isTrue();
			assertThat(application.has("PLAIN")).isFalse();
		});
		this.effects.put("rollbackFile", (database, output) -> {
			Path file = Files.createTempDirectory("registry").resolve("rollback.sql");
			application(database).with("spring.liquibase.rollback-file=" + file).start();
			assertThat(file).content().contains("SQL to roll back");
		});
		this.effects.put("testRollbackOnUpdate",
				(database, output) -> failsWith(
						new FastStartApplication(database).with("spring.liquibase.test-rollback-on-update=true"),
						"No inverse to liquibase.change.core.RawSQLChange created"));
	}

	private void howItRuns() {
		this.effects.put("showSummary", (database, output) -> {
			new FastStartApplication(database)
				.with("spring.liquibase.show-summary=verbose", "spring.liquibase.show-summary-output=console")
				.start();
			assertThat(output.getOut()).contains("UPDATE SUMMARY", "Context mismatch:");
		});
		this.effects.put("showSummaryOutput", (database, output) -> {
			new FastStartApplication(database).with("spring.liquibase.show-summary-output=console").start();
			assertThat(output.getOut()).contains("UPDATE SUMMARY");
		});
		this.effects.put("uiService", (database, output) -> {
			new FastStartApplication(database).with("spring.liquibase.ui-service=console")
				.start((liquibase) -> assertThat(liquibase.getUiService()).isEqualTo(UIServiceEnum.CONSOLE));
			assertThat(output.getOut()).contains("Running Changeset:");
		});
		this.effects.put("analyticsEnabled",
				(database, output) -> application(database).with("spring.liquibase.analytics-enabled=true")
					.start((liquibase) -> assertThat(liquibase.getAnalyticsEnabled()).isTrue()));
		this.effects.put("licenseKey",
				(database, output) -> application(database).with("spring.liquibase.license-key=key")
					.start((liquibase) -> assertThat(liquibase.getLicenseKey()).isEqualTo("key")));
	}

	@TestFactory
	Stream<DynamicTest> everyPropertyHasItsEffect(CapturedOutput output) {
		return this.effects.entrySet().stream().map((effect) -> DynamicTest.dynamicTest(effect.getKey(), () -> {
			try (TestDatabase database = TestServer.H2.create()) {
				effect.getValue().show(database, output);
			}
		}));
	}

	@Test
	void noPropertyIsMissing() {
		assertThat(Arrays.stream(BeanUtils.getPropertyDescriptors(LiquibaseProperties.class))
			.map(PropertyDescriptor::getName)
			.filter((name) -> !name.equals("class"))).containsExactlyInAnyOrderElementsOf(this.effects.keySet());
	}

	/** An application whose database has everything. */
	private static FastStartApplication application(TestDatabase database) {
		return new FastStartApplication(database).start();
	}

	/** The property is set when there is nothing to do without it. */
	private void changed(String property, String setting, Look look) {
		this.effects.put(property,
				(database, output) -> look.at(application(database).with("spring.liquibase." + setting).start()));
	}

	/** The property is set when the database is empty. */
	private void first(String property, String setting, Look look) {
		this.effects.put(property, (database, output) -> look
			.at(new FastStartApplication(database).with("spring.liquibase." + setting).start()));
	}

	private void elsewhere(String property, String setting, String table) {
		this.effects.put(property, (database, output) -> {
			FastStartApplication application = application(database);
			application.execute("create schema elsewhere");
			application.with("spring.liquibase." + setting).start();
			assertThat(application.has(table)).isTrue();
			assertThat(application.asksLiquibase()).isFalse();
		});
	}

	private static void connectsAs(TestDatabase database, String password, String user) {
		FastStartApplication application = application(database);
		application.execute("create user migrator password 'secret' admin");
		application.with("spring.liquibase.user=migrator", "spring.liquibase.password=" + password)
			.start((liquibase) -> assertThat(user(liquibase)).isEqualTo(user));
	}

	private static void failsWith(FastStartApplication application, String words) {
		application.run((context) -> assertThat(context).getFailure().hasStackTraceContaining(words));
	}

	private static String user(SpringLiquibase liquibase) {
		try (Connection connection = liquibase.getDataSource().getConnection()) {
			return connection.getMetaData().getUserName();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a property does. */
	private interface Effect {

		void show(TestDatabase database, CapturedOutput output) throws Exception;

	}

	/** Looks at what became of a database. */
	private interface Look {

		void at(FastStartApplication application);

	}

}
