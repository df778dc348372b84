package io.dbregistry.boot.autoconfigure.migration;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dbregistry.Registry;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.boot.command.application.CommandApplication;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.analytics.configuration.LiquibaseRemoteAnalyticsConfiguration;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether Liquibase asks its makers what it is to tell them, which it does before it
 * tells anything. They are a server of the test here, which wants nothing.
 */
class TelemetryTests {

	private static final String MAKERS = AnalyticsArgs.CONFIG_ENDPOINT_URL.getKey();

	private final AtomicInteger questions = new AtomicInteger();

	private final ApplicationContextRunner byHand = RegistryContexts.two()
		.withConfiguration(AutoConfigurations.of(RegistryChangelogAutoConfiguration.class));

	private final ApplicationContextRunner atStart = this.byHand.withConfiguration(
			AutoConfigurations.of(RegistryMigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class));

	private HttpServer makers;

	@BeforeEach
	void listen() throws IOException {
		this.makers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.makers.createContext("/", this::answer);
		this.makers.start();
		System.setProperty(MAKERS, "http://127.0.0.1:%d/analytics.yaml".formatted(this.makers.getAddress().getPort()));
		forget();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.questions.incrementAndGet();
		byte[] nothing = "{ sendOss: false, sendPro: false }".getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, nothing.length);
		try (OutputStream body = exchange.getResponseBody()) {
			body.write(nothing);
		}
	}

	@AfterEach
	void close() {
		System.clearProperty(MAKERS);
		this.makers.stop(0);
	}

	/** Liquibase remembers for an hour what it was answered. */
	private static void forget() {
		Object cache = ReflectionTestUtils.getField(LiquibaseRemoteAnalyticsConfiguration.class,
				"remoteAnalyticsConfiguration");
		assertThat(cache).isNotNull();
		ReflectionTestUtils.invokeMethod(cache, "clearCache");
	}

	@Test
	void liquibaseByItselfAsks() throws LiquibaseException {
		SpringLiquibase liquibase = liquibase();
		liquibase.setResourceLoader(new DefaultResourceLoader());
		liquibase.afterPropertiesSet();
		assertThat(this.questions).hasPositiveValue();
	}

	@Test
	void noMigrationAtStartAsks() {
		this.atStart.run((context) -> assertThat(context).hasNotFailed());
		this.atStart.withPropertyValues("registry.schema=shop", "registry.migrations.fast-start=true")
			.run((context) -> assertThat(context).hasNotFailed());
		this.atStart.withBean("own", SpringLiquibase.class, TelemetryTests::liquibase)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.questions).hasValue(0);
	}

	@Test
	void noMigrationByHandAsks() {
		this.byHand.run((context) -> {
			Registry registry = context.getBean(Registry.class);
			assertThat(registry.migrations().sql("primary", (options) -> options.count(1))).contains("visit");
			assertThat(registry.migrations().status("primary")).hasSize(1);
			assertThat(registry.migrations().migrate("primary").schemas()).hasSize(1);
			assertThat(registry.migrations().stamp("analytics", (options) -> options.count(1)).schemas()).hasSize(1);
		});
		assertThat(this.questions).hasValue(0);
	}

	@Test
	void noCommandAsks() {
		SpringApplication
			.run(CommandApplication.class, "--registry.database.url=" + RegistryContexts.memory(),
					"--registry.migrations.migrate", "--spring.flyway.enabled=false")
			.close();
		assertThat(this.questions).hasValue(0);
	}

	@Test
	void theApplicationMayAllowIt() {
		this.atStart.withPropertyValues("spring.liquibase.analytics-enabled=true")
			.run((context) -> assertThat(this.questions).hasPositiveValue());
		forget();
		this.questions.set(0);
		this.byHand.withPropertyValues("spring.liquibase.analytics-enabled=true").run((context) -> {
			context.getBean(Registry.class).migrations().migrate("analytics");
			assertThat(this.questions).hasPositiveValue();
		});
	}

	private static SpringLiquibase liquibase() {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(new DriverManagerDataSource(RegistryContexts.memory()));
		liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
		return liquibase;
	}

}
