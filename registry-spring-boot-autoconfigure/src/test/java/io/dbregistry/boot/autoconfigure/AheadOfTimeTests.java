package io.dbregistry.boot.autoconfigure;

import java.sql.DriverManager;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.migration.RegistryMigrationAutoConfiguration;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.database.DatabaseStatus.State;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.query.ModelRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.aot.AotDetector;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application is processed ahead of time without the values of its secrets, and runs
 * from what was generated.
 */
@CompileWithForkedClassLoader
class AheadOfTimeTests {

	static {
		// Drivers are found once in a JVM, by the class loader that asks first. When that
		// is the forked one, those that later tests ask for are not among them.
		DriverManager.getDrivers();
	}

	private static final String[] BUILD = { "registry.database.url=${PRIMARY_URL}",
			"registry.extra.analytics.url=${ANALYTICS_URL}", "registry.extra.analytics.schema=events" };

	@AfterEach
	void forgetTheMode() {
		System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		System.clearProperty(AotDetector.AOT_ENABLED);
	}

	@Test
	void anApplicationWithExtrasRuns() {
		build((initializer) -> {
			try (GenericApplicationContext context = context(initializer,
					"registry.database.url=" + RegistryContexts.memory(),
					"registry.extra.analytics.url=" + RegistryContexts.memory(),
					"registry.extra.analytics.schema=events", "registry.extra.analytics.hikari.maximum-pool-size=3")) {
				context.refresh();
				Registry registry = context.getBean(Registry.class);
				assertThat(registry.databases().names()).containsExactly("primary", "analytics");
				assertThat(registry.databases())
					.allSatisfy((database) -> assertThat(database.status().state()).isEqualTo(State.OPEN));
				assertThat(context.getBean(JdbcClient.class)).isSameAs(context.getBean("jdbcClient"));
				JdbcClient analytics = BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(),
						JdbcClient.class, "analytics");
				assertThat(analytics.sql("select current_schema()").query(String.class).single()).isEqualTo("events");
				assertThat(context.getBean(PlatformTransactionManager.class))
					.isSameAs(context.getBean("transactionManager"));
				assertThat(analytics.sql("select count(*) from click").query(Integer.class).single()).isOne();
				assertThat(registry.models().names()).containsExactly("Book", "Event");
				ObjectProvider<ModelRepository<Event>> events = context.getBeanProvider(ParameterizedTypeReference
					.forType(ResolvableType.forClassWithGenerics(ModelRepository.class, Event.class).getType()));
				registry.schemas().createAll("analytics");
				assertThat(events.getObject().create(new Event(null, "click")).id()).isPositive();
			}
		});
	}

	@Test
	void otherNamesThanThoseOfTheBuildFail() {
		build((initializer) -> {
			try (GenericApplicationContext context = context(initializer,
					"registry.database.url=" + RegistryContexts.memory(),
					"registry.extra.reports=" + RegistryContexts.memory())) {
				assertThatExceptionOfType(FrozenDatabasesException.class).isThrownBy(context::refresh)
					.satisfies((failure) -> {
						assertThat(failure.getBuilt()).containsExactly("primary", "analytics");
						assertThat(failure.getConfigured()).containsExactly("primary", "reports");
					});
			}
		});
	}

	@Test
	void settingsAreCheckedWhenItRuns() {
		build((initializer) -> {
			try (GenericApplicationContext context = context(initializer,
					"registry.database.url=" + RegistryContexts.memory(), "registry.extra.analytics.shema=events")) {
				assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(context::refresh)
					.satisfies((failure) -> assertThat(failure.getProblems()).hasSize(2)
						.anyMatch((problem) -> problem.contains("shema"))
						.anyMatch((problem) -> problem.contains("'analytics' has no URL")));
			}
		});
	}

	private static GenericApplicationContext context(ApplicationContextInitializer<GenericApplicationContext> generated,
			String... properties) {
		System.setProperty(AotDetector.AOT_ENABLED, "true");
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertyValues.of(properties).applyTo(context);
		generated.initialize(context);
		return context;
	}

	@SuppressWarnings("unchecked")
	private static void build(Consumer<ApplicationContextInitializer<GenericApplicationContext>> run) {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		RegistryContexts.bare()
			.withConfiguration(
					AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class))
			.withUserConfiguration(Shop.class)
			.withPropertyValues(BUILD)
			.prepare((context) -> {
				TestGenerationContext generation = new TestGenerationContext(AheadOfTimeTests.class);
				ClassName name = new ApplicationContextAotGenerator()
					.processAheadOfTime((GenericApplicationContext) context.getSourceApplicationContext(), generation);
				generation.writeGeneratedContent();
				System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
				TestCompiler.forSystem()
					.with(generation)
					.compile((compiled) -> run
						.accept(compiled.getInstance(ApplicationContextInitializer.class, name.toString())));
			});
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Event.class)
	static class Shop {

	}

}
