package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.testsupport.TestDatabase;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application with a fast start, and its primary database. */
final class FastStartApplication {

	private final TestDatabase database;

	private final List<String> properties = new ArrayList<>();

	FastStartApplication(TestDatabase database) {
		this.database = database;
		with("registry.database.url=" + database.url(), "registry.database.username=" + database.username(),
				"registry.database.password=" + database.password(), "registry.migrations.fast-start=true",
				"registry.ddl-auto=none", "spring.liquibase.change-log=classpath:/db/fast/changelog.yaml",
				"spring.liquibase.contexts=main", "spring.liquibase.label-filter=!later");
	}

	/** Sets properties for all later starts. */
	FastStartApplication with(String... properties) {
		this.properties.addAll(List.of(properties));
		return this;
	}

	/** Starts it, and so migrates the database. */
	FastStartApplication start() {
		start((liquibase) -> {
		});
		return this;
	}

	/** Whether a start runs Liquibase, which is noted afterwards. */
	boolean asksLiquibase() {
		Instant before = noted();
		start();
		return !before.equals(noted());
	}

	/** When what Liquibase did was noted last. */
	private Instant noted() {
		return Stream.of("PUBLIC", "ELSEWHERE")
			.map((schema) -> schema + ".REGISTRY_MIGRATION")
			.filter(this::has)
			.map((table) -> value("select max(applied_at) from " + table, Timestamp.class).toInstant())
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
	}

	/** Starts it and looks at its migrations. */
	void start(Consumer<SpringLiquibase> look) {
		run((context) -> look.accept(context.getBean("liquibase", SpringLiquibase.class)));
	}

	void run(Consumer<AssertableApplicationContext> look) {
		runner().run(look::accept);
	}

	ApplicationContextRunner runner() {
		return RegistryContexts.bare()
			.withConfiguration(
					AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withPropertyValues(this.properties.toArray(String[]::new));
	}

	void execute(String sql) {
		client().sql(sql).update();
	}

	<T> T value(String sql, Class<T> type) {
		return client().sql(sql).query(type).single();
	}

	/** Whether a table is there; its name may begin with a schema. */
	boolean has(String table) {
		String[] parts = table.split("\\.");
		return client().sql("select count(*) from information_schema.tables where table_schema = ? and table_name = ?")
			.params((parts.length > 1) ? parts[0] : "PUBLIC", parts[parts.length - 1])
			.query(Integer.class)
			.single() > 0;
	}

	private JdbcClient client() {
		DataSource source = new DriverManagerDataSource(this.database.url(), this.database.username(),
				this.database.password());
		return JdbcClient.create(source);
	}

}
