package io.dbregistry.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.clash.Notes;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.migration.MissingLiquibaseException;
import io.dbregistry.migration.MissingYamlException;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Answers;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;

import static io.dbregistry.boot.autoconfigure.FailingStart.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Each failure analyzer of the registry explains a start that fails: none is without a
 * case here, and none is not found by Spring Boot.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureReportsTests {

	private static final String DEAD = "jdbc:postgresql://localhost:1/x";

	@TempDir
	private Path folder;

	private final Map<String, Supplier<FailingStart>> starts = new LinkedHashMap<>();

	FailureReportsTests() {
		databases();
		models();
		tables();
		migrations();
	}

	@Test
	void eachAnalyzerHasAStartThatFails() {
		assertThat(analyzers()).containsExactlyInAnyOrderElementsOf(this.starts.keySet());
	}

	@ParameterizedTest
	@MethodSource("analyzers")
	void aFailedStartIsReportedBy(String analyzer, CapturedOutput output) {
		FailingStart start = this.starts.get(analyzer).get();
		assertThatException().isThrownBy(start::run);
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START", start.words());
	}

	/** Those that Spring Boot finds. */
	static List<String> analyzers() {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class,
					ArgumentResolver.of(Environment.class, new MockEnvironment())
						.and(BeanFactory.class, new DefaultListableBeanFactory()),
					FailureHandler.logging(LogFactory.getLog(FailureReportsTests.class)))
			.stream()
			.map(Object::getClass)
			.filter((type) -> type.getName().startsWith("io.dbregistry."))
			.map((type) -> type.getSimpleName().replace("FailureAnalyzer", ""))
			.toList();
	}

	private void databases() {
		this.starts.put("ApplicationDataSource", () -> of("The primary database is not clear").bean(DataSource.class,
				() -> new DriverManagerDataSource(RegistryContexts.memory())));
		this.starts.put("DatabaseNotOpen", () -> of("nobody has opened it", "registry.auto-startup=false")
			.using((registry) -> ping(registry, "analytics")));
		this.starts.put("DatabaseOpen",
				() -> of("set registry.extra.dead.required to false", "registry.extra.dead=" + DEAD));
		this.starts.put("DatabaseUnavailable",
				() -> of("set registry.extra.dead.required to true", "registry.extra.dead.url=" + DEAD,
						"registry.extra.dead.required=false")
					.using((registry) -> ping(registry, "dead")));
		this.starts.put("FrozenDatabases", () -> of("processed ahead of time for the databases [primary]")
			.throwing(new FrozenDatabasesException(List.of("primary"), List.of("primary", "analytics"))));
		this.starts.put("InvalidSettings", () -> of("Correct this setting", "registry.extra.my-db=" + DEAD));
		this.starts.put("NoSuchDatabase",
				() -> of("Add registry.extra.reportng").using((registry) -> registry.databases().get("reportng")));
		this.starts.put("TransactionManager", () -> of("transaction manager").with(TwoManagers.class)
			.using((registry) -> registry.databases().primary().transaction(registry::models)));
		this.starts.put("UnknownQualifier",
				() -> of("@Qualifier(\"analitics\")").with(FailureAnalyzersTests.Misspelt.class));
		this.starts.put("UnsupportedProduct",
				() -> of("not supported on database product 'Informix'").using((registry) -> dialectOf("Informix")));
	}

	private void models() {
		this.starts.put("ClaimedTwice", () -> of("entities of a Jakarta Persistence provider")
			.with(ModelsTests.ClaimedModels.class, Persistence.class));
		this.starts.put("LateNaming",
				() -> of("Remove naming(…)", "registry.ddl-auto=create",
						"registry.models.packages=" + Event.class.getPackageName())
					.customized((builder) -> builder.tablePrefix("shop_")));
		this.starts.put("MissingRepository", () -> of("asks for a ModelRepository<Event>").with(Asking.class));
		this.starts.put("ModelDefinition", () -> of("Correct this fault", "registry.schema=office",
				"registry.models.packages=" + Notes.class.getPackageName()));
		this.starts.put("NoSuchModel",
				() -> of("A model 'Evnt' was asked for").using((registry) -> registry.models().get("Evnt")));
		this.starts.put("NotReflected", () -> of("was used before that table was read").using((registry) -> {
			registry.models().register("Setting", (model) -> model.reflected().table("settings"));
			registry.query("Setting").count();
		}));
		this.starts.put("UnresolvedReference", () -> of("refers to 'Whole'").using((registry) -> {
			registry.models().register(Part.class);
			registry.query(Part.class).count();
		}));
	}

	private void tables() {
		this.starts.put("Pattern",
				() -> of("The patterns of database 'primary' cannot be used", "registry.ddl-auto=create",
						"registry.database.url=%s;INIT=create table if not exists old_whole (id bigint primary key)"
							.formatted(RegistryContexts.memory()))
					.customized((builder) -> builder.models(Whole.class)
						.pattern("Old", (pattern) -> pattern.include("(?i)old_.*").modelName((table) -> "Whole"))));
		this.starts.put("ReflectedModel",
				() -> of("is not as its reflected models say").customized((builder) -> builder.models(Foreign.class)));
		this.starts.put("Schema", () -> of("set registry.ddl-auto to 'none'", "registry.ddl-auto=create")
			.customized((builder) -> builder.models(Typed.class)));
		this.starts.put("SchemaMismatch", () -> of("The databases do not have what the models need",
				"registry.ddl-auto=validate", "registry.models.packages=" + Event.class.getPackageName()));
	}

	private void migrations() {
		this.starts.put("Migration", () -> of("Migrating database 'broken' failed at change set",
				"registry.extra.broken=" + RegistryContexts.memory(), "spring.liquibase.enabled=true"));
		this.starts.put("MissingChangelog", () -> of("to be migrated by the changelog 'classpath:/no-such.yaml'",
				"registry.extra.other.url=" + RegistryContexts.memory(),
				"registry.extra.other.liquibase.change-log=classpath:/no-such.yaml", "spring.liquibase.enabled=true"));
		this.starts.put("Command",
				() -> of("The command cannot be run", "registry.migrations.check", "registry.migrations.adopt"));
		this.starts.put("MigrationRefused", () -> {
			command("generate=initial", "before").run();
			return command("generate=refused", "refused");
		});
		this.starts.put("MissingLiquibase", () -> of("Add the dependency spring-boot-starter-liquibase")
			.throwing(BeanUtils.instantiateClass(MissingLiquibaseException.class)));
		this.starts.put("MissingYaml", () -> of("Add the dependency org.yaml:snakeyaml")
			.throwing(BeanUtils.instantiateClass(MissingYamlException.class)));
		this.starts.put("StateFile", () -> {
			write("<<<<<<< HEAD", "db", "registry", "primary.yaml");
			return command("check", "before");
		});
	}

	private FailingStart command(String command, String models) {
		return of("", "registry.migrations." + command, "registry.migrations.resources=" + this.folder,
				"registry.models.packages=io.dbregistry.boot.command." + models);
	}

	private void write(String text, String... path) {
		try {
			Path file = this.folder.resolve(String.join("/", path));
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void ping(Registry registry, String database) {
		try {
			registry.databases().get(database).ping();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void dialectOf(String product) {
		Connection connection = mock(Connection.class, Answers.RETURNS_DEEP_STUBS);
		try {
			given(connection.getMetaData().getDatabaseProductName()).willReturn(product);
			Dialect.from(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Model(reflected = true)
	record Foreign(@Id Long id) {
	}

	@Model
	record Whole(@Id long id) {
	}

	@Model
	record Part(@Id long id, @ManyToOne Ref<Whole> whole) {
	}

	@Model
	record Typed(@Id long id, @Column(columnDefinition = "no_such_type") String name) {
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoManagers {

		@Bean
		JdbcTransactionManager one(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		JdbcTransactionManager two(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(HibernateJpaAutoConfiguration.class)
	static class Persistence {

	}

	@Configuration(proxyBeanMethods = false)
	static class Asking {

		Asking(ModelRepository<Event> events) {
			assertThat(events).isNotNull();
		}

	}

}
