package io.dbregistry.docs.examples;

import java.util.List;

import javax.sql.DataSource;

import io.dbregistry.DelegatingRegistry;
import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseOpenException;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.docs.Texts;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistriesTests {

	@Test
	void builder() {
		// tag::build[]
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:app", (settings) -> settings.username("app").password("secret"))
			.schema("shop")
			.defaults((settings) -> settings.pool((pool) -> pool.setMaximumPoolSize(5)))
			.extra("analytics", "jdbc:h2:mem:analytics")
			.extra("legacy", "jdbc:h2:mem:legacy", (settings) -> settings.required(false))
			.build();

		try (Lease lease = registry.open()) {
			Database analytics = registry.databases().get("analytics");
			analytics.jdbcClient().sql("select 1").query(Integer.class).single();
		}
		// end::build[]
		assertThat(registry.databases().names()).containsExactly("primary", "analytics", "legacy");
		assertThat(registry.databases().primary().status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
		// tag::lookup[]
		registry.databases().primary();
		registry.databases().get("analytics"); // or NoSuchDatabaseException
		registry.databases().find("analytics"); // an Optional
		registry.databases().names(); // primary, analytics, legacy
		// end::lookup[]
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> Registry.builder()
				.database("jdbc:h2:mem:app")
				.extra("analytics", "jdbc:h2:mem:analytics")
				.build()
				.databases()
				.get("reportng"))
			.withMessage(Texts.line("unknown-database"));
	}

	@Test
	void mistakes() {
		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(() -> {
			// tag::mistakes[]
			Registry.builder()
				.database("postgresql://localhost/app")
				.extra("click-events", "jdbc:h2:mem:clicks")
				.build();
			// end::mistakes[]
		})
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(Texts.line("bad-name"),
					Texts.line("bad-url")));
	}

	// tag::field[]
	static final class Service {

		private final Registry registry;

		private Lease lease;

		Service(Registry registry) {
			this.registry = registry;
		}

		void start() {
			this.lease = this.registry.open("service");
		}

		void stop() {
			this.lease.release();
		}

	}
	// end::field[]

	@Test
	void startAndStop() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:app").build();
		Service service = new Service(registry);
		service.start();
		assertThat(registry.databases().primary().status().holders()).containsExactly("service");
		service.stop();
		assertThat(registry.databases().primary().status().holders()).isEmpty();
	}

	@Test
	void failure() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:app")
			.extra("legacy", "jdbc:postgresql://localhost:" + TestServers.unusedPort() + "/legacy")
			.build();
		// tag::failure[]
		try (Lease lease = registry.open()) {
			throw new AssertionError("legacy is down");
		}
		catch (DatabaseOpenException ex) {
			ex.getDatabase(); // legacy
			ex.getSuppressed(); // what else went wrong
		}
		// end::failure[]
		assertThat(registry.databases().primary().status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	@Test
	void shared() {
		DataSource dataSource = new DriverManagerDataSource("jdbc:h2:mem:adopted");
		// tag::shared[]
		Database orders = Database.create("orders", "jdbc:h2:mem:orders", (settings) -> {
		});
		Registry shop = Registry.builder().database(orders).build();
		Registry office = Registry.builder().database(dataSource).extra("orders", orders).build();
		// end::shared[]
		try (Lease first = shop.open("shop"); Lease second = office.open("office")) {
			assertThat(orders.status().holders()).containsExactly("shop", "office");
		}
		assertThat(orders.status().state()).isEqualTo(DatabaseStatus.State.CLOSED);
	}

	// tag::delegating[]
	static final class CountingRegistry extends DelegatingRegistry {

		private int opened;

		CountingRegistry(Registry delegate) {
			super(delegate);
		}

		@Override
		protected Registry wrap(Registry other) {
			return new CountingRegistry(other);
		}

		@Override
		public Lease open(String holder) {
			this.opened++;
			return super.open(holder);
		}

	}
	// end::delegating[]

	@Test
	void copied() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:app").build();
		// tag::copied[]
		Registry copy = registry.copy();
		copy.models().register("Note", (model) -> model.add("text", String.class).length(100));
		registry.models().find("Note"); // empty: the original does not change
		copy.databases().primary(); // the same Database, with one count of holders
		// end::copied[]
		assertThat(registry.models().find("Note")).isEmpty();
		assertThat(copy.models().names()).containsExactly("Note");
	}

	@Test
	void custom() {
		CountingRegistry registry = new CountingRegistry(Registry.builder().database("jdbc:h2:mem:app").build());
		try (Lease lease = registry.open()) {
			assertThat(registry.opened).isOne();
		}
		assertThat(List.copyOf(registry.databases().names())).containsExactly("primary");
	}

}
