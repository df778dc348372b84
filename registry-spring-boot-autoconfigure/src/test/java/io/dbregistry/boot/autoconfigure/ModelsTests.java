package io.dbregistry.boot.autoconfigure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.claimed.Claimed;
import io.dbregistry.boot.autoconfigure.clash.Notes;
import io.dbregistry.boot.autoconfigure.jpa.Visit;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.schema.ReflectedModelException;
import io.dbregistry.schema.SchemaMismatchException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ModelsTests {

	private final String primary = RegistryContexts.memory();

	private final String analytics = RegistryContexts.memory();

	private final ApplicationContextRunner runner = RegistryContexts.bare()
		.withPropertyValues("registry.database.url=" + this.primary, "registry.extra.analytics=" + this.analytics)
		.withUserConfiguration(Shop.class);

	@Test
	void findsTheModelsOfTheApplication() {
		this.runner.run((context) -> assertThat(context.getBean(Registry.class).models().names())
			.containsExactly("Book", "Event"));
	}

	@Test
	void takesEntitiesOnlyFromPackagesThatAreNamed() {
		this.runner.withPropertyValues("registry.models.packages=" + Visit.class.getPackageName())
			.run((context) -> assertThat(context.getBean(Registry.class).models().names()).containsExactly("Visit"));
	}

	@Test
	void refusesTwoModelsOnOneTableOfTheDefaultSchema() {
		this.runner
			.withPropertyValues("registry.models.packages=" + Notes.class.getPackageName(), "registry.schema=office")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(ModelDefinitionException.class)
				.rootCause()
				.hasMessageContaining("the table 'primary.office.note' is that of"));
	}

	@Test
	void refusesAClassThatAPersistenceProviderTakesToo() {
		ApplicationContextRunner claimed = RegistryContexts.two()
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(ClaimedModels.class);
		claimed.run((context) -> {
			assertThat(context).getFailure()
				.isInstanceOfSatisfying(ClaimedTwiceException.class,
						(failure) -> assertThat(failure.getTypes()).containsExactly(Claimed.class));
			FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(Claimed.class.getName());
			assertThat(analysis.getAction()).contains("@Model", "registry.models.packages",
					Claimed.class.getPackageName());
		});
		claimed.withPropertyValues("registry.models.packages=" + Claimed.class.getPackageName())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void leavesEntitiesToThePersistenceProvider() {
		this.runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("registry.ddl-auto=create-drop")
			.run((context) -> {
				assertThat(context.getBean(Registry.class).models().names()).containsExactly("Book", "Event");
				assertThat(context.getBean(EntityManagerFactory.class).getMetamodel().getEntities())
					.extracting((entity) -> entity.getName())
					.containsExactly("Visit");
				assertThat(tables(this.primary)).containsExactly("BOOK", "VISIT");
			});
	}

	@Test
	void takesModelsFromCustomizers() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Named.class))
			.run((context) -> {
				assertThat(context.getBean(Registry.class).models().names()).containsExactly("Book", "Event", "Named");
				assertThat(tables(this.primary)).containsExactly("BOOK", "NAMED");
			});
	}

	@Test
	void injectsRepositories() {
		this.runner.withUserConfiguration(Injected.class).run((context) -> {
			Event stored = context.getBean(Injected.class).events.create(new Event(null, "click"));
			assertThat(context.getBean("analyticsJdbcClient", JdbcClient.class)
				.sql("select kind from event where id = ?")
				.param(stored.id())
				.query(String.class)
				.single()).isEqualTo("click");
		});
	}

	@Test
	void aRepositoryOfTheApplicationWins() {
		this.runner.withUserConfiguration(OwnRepository.class, Injected.class)
			.run((context) -> assertThat(context.getBean(Injected.class).events).isSameAs(context.getBean("own")));
	}

	@Test
	void createsAndDropsTheTablesOfEmbeddedDatabases() throws SQLException {
		try (Connection kept = DriverManager.getConnection(this.analytics)) {
			this.runner.run((context) -> {
				assertThat(tables(this.primary)).containsExactly("BOOK");
				assertThat(tables(this.analytics)).containsExactly("EVENT");
			});
			assertThat(tables(kept)).isEmpty();
		}
	}

	@Test
	void keepsTheTablesWhenTheyWereOnlyToBeCreated() throws SQLException {
		try (Connection kept = DriverManager.getConnection(this.analytics)) {
			this.runner.withPropertyValues("registry.ddl-auto=create")
				.run((context) -> assertThat(context).hasNotFailed());
			assertThat(tables(kept)).containsExactly("EVENT");
		}
	}

	@Test
	void dropsNothingWhenItIsStopped() {
		this.runner.run((context) -> {
			context.stop();
			assertThat(tables(this.analytics)).containsExactly("EVENT");
		});
	}

	@Test
	void leavesTablesToMigrations() {
		this.runner.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class)).run((context) -> {
			assertThat(tables(this.primary)).contains("VISIT").doesNotContain("BOOK");
			assertThat(tables(this.analytics)).containsExactly("EVENT");
		});
	}

	@Test
	void leavesTablesAloneWhenItIsTold() {
		this.runner.withPropertyValues("registry.ddl-auto=none")
			.run((context) -> assertThat(tables(this.primary)).isEmpty());
	}

	@Test
	void leavesTablesOfAServerAlone() {
		try (TestDatabase server = TestServer.POSTGRESQL.create()) {
			this.runner
				.withPropertyValues("registry.database.url=" + server.url(),
						"registry.database.username=" + server.username(),
						"registry.database.password=" + server.password())
				.run((context) -> assertThat(context.getBean(JdbcTemplate.class)
					.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class))
					.isEmpty());
		}
	}

	@Test
	void failsWhenTheDatabasesLackTables() {
		this.runner.withPropertyValues("registry.ddl-auto=validate").run((context) -> {
			assertThat(context).getFailure().hasStackTraceContaining(SchemaMismatchException.class.getName());
			assertThat(FailureAnalyzersTests.analyze(context.getStartupFailure()).getDescription())
				.containsIgnoringCase("book")
				.containsIgnoringCase("event");
			assertThat(FailureAnalyzersTests.analyze(context.getStartupFailure()).getAction())
				.contains("registry.ddl-auto");
		});
	}

	@Test
	void failsWhenATableOfOthersIsMissing() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Foreign.class))
			.run((context) -> {
				assertThat(context).getFailure().hasStackTraceContaining(ReflectedModelException.class.getName());
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription())
					.contains("Model 'Foreign' expects table 'foreign_rows' to be there, but there is none");
				assertThat(analysis.getAction()).contains("unchecked");
			});
	}

	@Model(reflected = true)
	@Table(name = "foreign_rows")
	record Foreign(@Id Long id) {
	}

	@Test
	void namesTheDatabaseThatAModelAsksForInVain() {
		RegistryContexts.two().withUserConfiguration(LostModels.class).run((context) -> {
			assertThat(context).getFailure().hasStackTraceContaining(ModelDefinitionException.class.getName());
			FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("Lost", "'nowhere'", "analytics", "registry.extra.nowhere");
			assertThat(analysis.getAction()).contains("Correct this fault");
		});
	}

	@Test
	void saysBesideEachFaultOfAModelWhatToDo() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Faulty.class))
			.run((context) -> {
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains(
						"Faulty.name: @Column(length = -1) is not possible; use a",
						"Faulty.worker: type 'java.lang.Thread' cannot be stored",
						"Faulty: the model has no key; add one: '@Id");
				assertThat(analysis.getAction()).contains("Correct these 3 faults, as each line says");
			});
	}

	@Model
	record Faulty(@Column(length = -1) String name, Thread worker) {
	}

	@Test
	void tablesAreThereBeforeScripts() {
		this.runner.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.data-locations=classpath:db/books.sql")
			.run((context) -> assertThat(
					context.getBean(JdbcTemplate.class).queryForObject("select title from book", String.class))
				.isEqualTo("The Dispossessed"));
	}

	@Test
	void tablesAreThereBeforeWhoeverWaitsForTheDatabase() {
		this.runner.withUserConfiguration(CustomizerWithQuery.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void tablesOfADatabaseThatIsDownAreMadeWhenItIsBack() {
		try (TestDatabase server = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(server)) {
			proxy.cut();
			RegistryContexts.bare()
				.withUserConfiguration(Shop.class)
				.withPropertyValues("registry.database.url=" + this.primary, "registry.ddl-auto=create",
						"registry.extra.analytics.url=" + proxy.url(),
						"registry.extra.analytics.username=" + server.username(),
						"registry.extra.analytics.password=" + server.password(),
						"registry.extra.analytics.required=false")
				.run((context) -> {
					Database database = context.getBean(Registry.class).databases().get("analytics");
					assertThat(database.status().state()).isEqualTo(State.UNAVAILABLE);
					proxy.restore();
					awaitOpen(database);
					assertThat(database.jdbcClient().sql("select count(*) from event").query(Integer.class).single())
						.isZero();
				});
		}
	}

	private static void awaitOpen(Database database) {
		await().atMost(Duration.ofSeconds(20)).until(() -> database.status().state() == State.OPEN);
	}

	private static Set<String> tables(String url) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url)) {
			return tables(connection);
		}
	}

	private static Set<String> tables(Connection connection) throws SQLException {
		Set<String> names = new TreeSet<>();
		try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] { "TABLE" })) {
			while (tables.next()) {
				names.add(tables.getString("TABLE_NAME"));
			}
		}
		return names;
	}

	@Test
	void modelsOfADatabaseThatACustomizerAddsGetTables() {
		RegistryContexts.two()
			.withUserConfiguration(LostModels.class)
			.withPropertyValues("registry.ddl-auto=create")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.extra("nowhere", RegistryContexts.memory()))
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.models().names()).containsExactly("Lost");
				assertThat(registry.databases()
					.get("nowhere")
					.jdbcClient()
					.sql("select count(*) from lost")
					.query(Integer.class)
					.single()).isZero();
			});
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Event.class)
	static class Shop {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackages = "io.dbregistry.boot.autoconfigure.lost")
	static class LostModels {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Claimed.class)
	static class ClaimedModels {

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Visit.class)
	static class Entities {

	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		final ModelRepository<Event> events;

		Injected(ModelRepository<Event> events) {
			this.events = events;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRepository {

		@Bean
		ModelRepository<Event> own(Registry registry) {
			return registry.repository(Event.class).schema("other");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerWithQuery {

		@Bean
		RegistryCustomizer customizer(JdbcTemplate jdbcTemplate) {
			Integer count = jdbcTemplate.queryForObject("select count(*) from book", Integer.class);
			return (builder) -> assertThat(count).isZero();
		}

	}

	@Model
	record Named(@Id long id) {
	}

}
