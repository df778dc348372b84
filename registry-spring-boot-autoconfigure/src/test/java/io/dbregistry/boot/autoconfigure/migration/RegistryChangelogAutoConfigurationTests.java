package io.dbregistry.boot.autoconfigure.migration;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.migration.MigrationException;
import io.dbregistry.migration.Migrations;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is migrated by hand, where nothing is at start. */
class RegistryChangelogAutoConfigurationTests {

	private static final String BASE = "db/fast/changelog.yaml::base::tests";

	private static final String IN_CONTEXT = "db/fast/changelog.yaml::in-context::tests";

	private static final String LABELLED = "db/fast/changelog.yaml::labelled::tests";

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withConfiguration(AutoConfigurations.of(RegistryChangelogAutoConfiguration.class,
				RegistryMigrationAutoConfiguration.class))
		.withPropertyValues("spring.liquibase.enabled=false", "registry.ddl-auto=none");

	@Test
	void thePrimaryIsMigratedAsSpringBootWould() {
		this.runner
			.withPropertyValues("spring.liquibase.change-log=classpath:/db/fast/changelog.yaml",
					"spring.liquibase.contexts=main", "spring.liquibase.label-filter=!later",
					"spring.liquibase.database-change-log-table=HISTORY")
			.run((context) -> {
				assertThat(pending(context.getBean(Registry.class), "primary")).contains(BASE)
					.doesNotContain(IN_CONTEXT, LABELLED);
				assertThat(context.getBean(Registry.class).migrations().sql("primary", (options) -> {
				})).contains("HISTORY").doesNotContain("DATABASECHANGELOG ");
			});
	}

	@Test
	void anExtraIsMigratedByTheChangelogThatIsNamedForIt() {
		this.runner
			.withPropertyValues("registry.extra.shop.url=" + RegistryContexts.memory(),
					"registry.extra.shop.liquibase.change-log=classpath:/db/fast/changelog.yaml",
					"spring.liquibase.contexts=main")
			.run((context) -> assertThat(pending(context.getBean(Registry.class), "shop")).contains(BASE)
				.doesNotContain(IN_CONTEXT));
	}

	@Test
	void anExtraThatSomethingElseMigratesIsLeftAlone() {
		this.runner
			.withPropertyValues("registry.extra.flown.url=" + RegistryContexts.memory(),
					"registry.extra.flown.migrations.enabled=false")
			.run((context) -> {
				Migrations migrations = context.getBean(Registry.class).migrations();
				assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations.migrate("flown"))
					.withMessageContaining("it is switched off for this database");
			});
	}

	@Test
	void customizersOfTheApplicationComeAfter() {
		this.runner
			.withBean(RegistryCustomizer.class,
					() -> (builder) -> builder.changelog("primary",
							(settings) -> settings.location("classpath:/db/fast/changelog.yaml").contexts("demo")))
			.withPropertyValues("spring.liquibase.contexts=main")
			.run((context) -> assertThat(pending(context.getBean(Registry.class), "primary")).contains(BASE,
					IN_CONTEXT));
	}

	@Test
	void aCustomizerOfItsNameReplacesTheOneThatReadsProperties() {
		this.runner
			.withBean("registryChangelogCustomizer", RegistryCustomizer.class,
					() -> (builder) -> builder.changelog("primary",
							(settings) -> settings.location("classpath:/db/fast/changelog.yaml")))
			.withPropertyValues("spring.liquibase.contexts=main")
			.run((context) -> assertThat(pending(context.getBean(Registry.class), "primary")).contains(BASE,
					IN_CONTEXT));
	}

	private static List<String> pending(Registry registry, String database) {
		return registry.migrations().status(database).get(0).pending();
	}

}
