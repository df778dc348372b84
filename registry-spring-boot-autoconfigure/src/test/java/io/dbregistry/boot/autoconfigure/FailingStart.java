package io.dbregistry.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.migration.RegistryChangelogAutoConfiguration;
import io.dbregistry.boot.autoconfigure.migration.RegistryMigrationAutoConfiguration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application with two databases that can't start, and words of the report on it.
 */
final class FailingStart {

	private final String words;

	private final List<String> arguments = new ArrayList<>(
			List.of("--registry.extra.analytics=" + RegistryContexts.memory(), "--spring.liquibase.enabled=false",
					"--spring.main.banner-mode=off"));

	private final List<Class<?>> sources = new ArrayList<>(List.of(Application.class));

	private final List<ApplicationContextInitializer<GenericApplicationContext>> initializers = new ArrayList<>();

	private FailingStart(String words) {
		this.words = words;
	}

	static FailingStart of(String words, String... properties) {
		return new FailingStart(words).with("registry.database.url=" + RegistryContexts.memory()).with(properties);
	}

	FailingStart with(String... properties) {
		for (String property : properties) {
			String name = "--" + property.split("=")[0];
			this.arguments.removeIf((argument) -> argument.equals(name) || argument.startsWith(name + "="));
			this.arguments.add("--" + property);
		}
		return this;
	}

	FailingStart with(Class<?>... configurations) {
		this.sources.addAll(List.of(configurations));
		return this;
	}

	FailingStart customized(RegistryCustomizer customizer) {
		return bean(RegistryCustomizer.class, () -> customizer);
	}

	<T> FailingStart bean(Class<T> type, Supplier<T> bean) {
		this.initializers
			.add((context) -> context.registerBean(type.getSimpleName() + this.initializers.size(), type, bean::get));
		return this;
	}

	/** With a bean that uses the registry when it is made. */
	FailingStart using(Consumer<Registry> use) {
		this.initializers.add((context) -> context.registerBean("early", Object.class, () -> {
			use.accept(context.getBean(Registry.class));
			return use;
		}));
		return this;
	}

	/** With a bean that fails. */
	FailingStart throwing(RuntimeException failure) {
		return using((registry) -> {
			throw failure;
		});
	}

	String words() {
		return this.words;
	}

	void run() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(this.sources.toArray(Class<?>[]::new))
			.web(WebApplicationType.NONE);
		this.initializers.forEach(application::initializers);
		application.run(this.arguments.toArray(String[]::new)).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RegistryDatabaseAutoConfiguration.class, RegistryAutoConfiguration.class,
			RegistryChangelogAutoConfiguration.class, RegistryMigrationAutoConfiguration.class,
			DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
			DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
			TransactionManagerCustomizationAutoConfiguration.class, LiquibaseAutoConfiguration.class })
	static class Application {

	}

}
