package io.dbregistry.boot.autoconfigure;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.dbregistry.RegistryCustomizer;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code registry.ddl-auto=validate} reports of several databases. */
class ValidatedTablesTests {

	@ParameterizedTest
	@EnumSource
	void areReportedWithAllDifferencesOfAllDatabases(TestServer server) throws SQLException {
		try (TestDatabase primary = server.create(); TestDatabase analytics = TestServer.H2.create()) {
			execute(primary, "create table author (id bigint primary key, name integer)",
					"create table book (id bigint primary key, isbn varchar(20) not null, author_id bigint not null)");
			execute(analytics, "create table visit (id bigint primary key, page integer)");
			runner(primary, analytics).run((context) -> {
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription().lines().filter((line) -> line.startsWith("    - ")))
					.satisfiesExactlyInAnyOrder(
							(line) -> assertThat(line).containsIgnoringCase("Column 'name' of table '")
								.containsIgnoringCase("author' of database 'primary' is INTEGER, where the model has "),
							(line) -> assertThat(line).containsIgnoringCase("Column 'name' of table '")
								.containsIgnoringCase(
										"author' of database 'primary' can be null, where the model's cannot"),
							(line) -> assertThat(line).containsIgnoringCase(
									"book' of database 'primary' has no column 'price' (it has: 'author_id', 'id', 'isbn')"),
							(line) -> assertThat(line).containsIgnoringCase(
									"book' of database 'primary' takes equal values in [isbn], which are unique in the model"),
							(line) -> assertThat(line)
								.containsIgnoringCase(
										"book' of database 'primary' has no foreign key from [author_id] to ")
								.containsIgnoringCase("author[id]"),
							(line) -> assertThat(line)
								.containsIgnoringCase("review' of database 'primary' does not exist"),
							(line) -> assertThat(line).containsIgnoringCase(
									"Column 'PAGE' of table 'PUBLIC.VISIT' of database 'analytics' is INTEGER, where the model has VARCHAR(30)"),
							(line) -> assertThat(line)
								.containsIgnoringCase("Table 'PUBLIC.CLICK' of database 'analytics' does not exist"));
				assertThat(analysis.getAction()).contains("Migrate the tables", "registry.ddl-auto=create",
						"changes none that exist", "registry.ddl-auto=none");
			});
		}
	}

	private static ApplicationContextRunner runner(TestDatabase primary, TestDatabase analytics) {
		return RegistryContexts.bare()
			.withPropertyValues("registry.ddl-auto=validate",
					"registry.models.packages=" + ValidatedTablesTests.class.getPackageName() + ".none",
					"registry.database.url=" + primary.url(), "registry.database.username=" + primary.username(),
					"registry.database.password=" + primary.password(),
					"registry.extra.analytics.url=" + analytics.url(),
					"registry.extra.analytics.username=" + analytics.username(),
					"registry.extra.analytics.password=" + analytics.password())
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Author.class, Book.class,
					Review.class, Visit.class, Click.class));
	}

	private static void execute(TestDatabase database, String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(), database.username(),
				database.password()); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	@Model
	record Author(@Id long id, @Column(length = 100, nullable = false) String name) {
	}

	@Model
	record Book(@Id long id, @Column(length = 20, nullable = false, unique = true) String isbn,
			@ManyToOne(optional = false) Ref<Author> author, BigDecimal price) {
	}

	@Model
	record Review(@Id long id) {
	}

	@Model(database = "analytics")
	record Visit(@Id long id, @Column(length = 30) String page) {
	}

	@Model(database = "analytics")
	record Click(@Id long id) {
	}

}
