package io.dbregistry.boot.autoconfigure.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.dbregistry.DelegatingRegistry;
import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.RegistryContexts;
import io.dbregistry.migration.Migrations;
import io.dbregistry.migration.SchemaSource;
import liquibase.Liquibase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/**
 * What health says of changelogs. Here nothing is migrated at start.
 */
class MigrationHealthTests {

	private static final String VISIT = "db/changelog/db.changelog-master.yaml::visit::tests";

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withConfiguration(AutoConfigurations.of(RegistryHealthAutoConfiguration.class));

	@Test
	void saysWhatIsPendingAndWasAppliedLast() {
		this.runner.run((context) -> {
			context.getBean(Registry.class).migrations().migrate("analytics");

			assertThat(awaited(context, "primary", "migrations")).containsExactly(entry("applied", 0),
					entry("pending", 1));
			assertThat(awaited(context, "analytics", "migrations")).containsEntry("pending", 0)
				.containsEntry("applied", 2)
				.hasEntrySatisfying("last",
						(last) -> assertThat(last.toString()).startsWith("db/changelog/analytics/"));
			assertThat(health(context, "primary").getStatus()).isEqualTo(Status.UP);
			assertThat(health(context, "primary").getDetails()).containsKey("migrationsReadAt")
				.doesNotContainKey("drift");
		});
	}

	@Test
	void theFirstAnswerDoesNotWaitForIt() {
		this.runner
			.run((context) -> assertThat(health(context, "primary").getDetails()).doesNotContainKey("migrations"));
	}

	@Test
	void isReadAnewWhenItIsOld() {
		this.runner.withPropertyValues("registry.health.migrations-interval=1ms").run((context) -> {
			assertThat(awaited(context, "primary", "migrations")).containsEntry("pending", 1);
			context.getBean(Registry.class).migrations().migrate("primary");
			await()
				.untilAsserted(() -> assertThat(awaited(context, "primary", "migrations")).containsEntry("pending", 0)
					.containsEntry("last", VISIT));
		});
		this.runner.run((context) -> {
			awaited(context, "primary", "migrations");
			context.getBean(Registry.class).migrations().migrate("primary");
			Object first = health(context, "primary").getDetails().get("migrationsReadAt");
			await().during(Duration.ofMillis(300))
				.until(() -> first.equals(health(context, "primary").getDetails().get("migrationsReadAt")));
		});
	}

	@Test
	void countsSchemasThatDifferFromMost() {
		this.runner
			.withBean(RegistryCustomizer.class,
					() -> (builder) -> builder.changelog("primary",
							(changelog) -> changelog.schemas(SchemaSource.of(List.of("a", "b", "c")))))
			.run((context) -> {
				Registry registry = context.getBean(Registry.class);
				List.of("a", "b", "c").forEach(registry.schemas()::create);
				registry.databases().primary().jdbcClient().sql("create table \"b\".stray (id int)").update();

				assertThat(awaited(context, "primary", "drift")).containsOnly(entry("compared", 3),
						entry("differing", 1));
				assertThat(awaited(context, "primary", "migrations")).containsEntry("pending", 1);
				assertThat(health(context, "primary").getStatus()).isEqualTo(Status.UP);
			});
	}

	@Test
	void saysNothingOfDatabasesThatItDoesNotMigrate() {
		this.runner
			.withPropertyValues("registry.extra.plain=" + RegistryContexts.memory(),
					"registry.extra.reports.url=" + RegistryContexts.memory(),
					"registry.extra.reports.migrations.enabled=false")
			.run((context) -> {
				awaited(context, "primary", "migrations");
				awaited(context, "analytics", "migrations");
				await().during(Duration.ofMillis(300))
					.until(() -> List.of("plain", "reports")
						.stream()
						.allMatch((name) -> !health(context, name).getDetails().containsKey("migrationsReadAt")));
			});
	}

	@Test
	void nothingIsReadWhenItIsSwitchedOff() {
		assertThat(questions(this.runner)).isOne();
		assertThat(questions(this.runner.withPropertyValues("registry.health.migrations-interval=0"))).isZero();
	}

	@Test
	void nothingIsReadWithoutLiquibase() {
		assertThat(questions(this.runner.withClassLoader(new FilteredClassLoader(Liquibase.class)))).isZero();
	}

	@Test
	void anIntervalThatIsNegativeIsRefused() {
		this.runner.withPropertyValues("registry.health.migrations-interval=-1s")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("registry.health.migrations-interval is 'PT-1S'; use 0"));
	}

	/** How often a registry is asked for its migrations. */
	private static int questions(ApplicationContextRunner runner) {
		AtomicInteger questions = new AtomicInteger();
		runner.withBean("registry", Registry.class, () -> new CountingRegistry(questions))
			.run((context) -> assertThat(context.getBean("registryHealthContributor")).isNotNull());
		return questions.get();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> awaited(ApplicationContext context, String database, String detail) {
		return (Map<String, Object>) await().until(() -> health(context, database).getDetails().get(detail),
				(found) -> found != null);
	}

	private static Health health(ApplicationContext context, String database) {
		HealthIndicator indicator = (HealthIndicator) context
			.getBean("registryHealthContributor", CompositeHealthContributor.class)
			.getContributor(database);
		return indicator.health();
	}

	static final class CountingRegistry extends DelegatingRegistry {

		private final AtomicInteger questions;

		CountingRegistry(AtomicInteger questions) {
			this(Registry.builder().database(RegistryContexts.memory()).build(), questions);
		}

		private CountingRegistry(Registry registry, AtomicInteger questions) {
			super(registry);
			this.questions = questions;
		}

		@Override
		protected Registry wrap(Registry registry) {
			return new CountingRegistry(registry, this.questions);
		}

		@Override
		public Migrations migrations() {
			this.questions.incrementAndGet();
			return super.migrations();
		}

	}

}
