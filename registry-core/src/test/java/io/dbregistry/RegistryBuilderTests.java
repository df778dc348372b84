package io.dbregistry;

import java.time.Duration;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryBuilderTests {

	@Test
	void keepsExtrasInTheOrderOfDeclaration() {
		Registry registry = Registry.builder()
			.extra("zeta", "jdbc:h2:mem:z")
			.extra("alpha", new DriverManagerDataSource("jdbc:h2:mem:a"))
			.database("jdbc:h2:mem:p")
			.build();

		assertThat(registry.databases().names()).containsExactly("primary", "zeta", "alpha");
		assertThat(registry.databases()).extracting(Database::name).containsExactly("primary", "zeta", "alpha");
	}

	@Test
	void collectsEveryMistake() {
		RegistryBuilder builder = Registry.builder()
			.extra("click-events", "jdbc:h2:mem:x")
			.extra(" ", "jdbc:h2:mem:x")
			.extra("primary", "jdbc:h2:mem:x")
			.extra("legacy", "legacy-db", (settings) -> settings.openTimeout(Duration.ZERO))
			.contentTypes();

		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(builder::build)
			.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(7))
			.withMessageContaining("'click-events' is no name")
			.withMessageContaining("' ' is no name")
			.withMessageContaining("'primary' is no name for an extra database, it is the primary's")
			.withMessageContaining("There is no primary database")
			.withMessageContaining("'legacy' has the URL 'legacy-db'")
			.withMessageContaining("'legacy' has the open timeout 'PT0S'")
			.withMessageContaining("this version has none yet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a1", "analytics", "b2b" })
	void acceptsPlainNames(String name) {
		assertThat(Registry.builder()
			.database("jdbc:h2:mem:p")
			.extra(name, "jdbc:h2:mem:x")
			.build()
			.databases()
			.find(name)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "1a", "a_b", "a.b", "ä", "" })
	void refusesOtherNames(String name) {
		RegistryBuilder builder = Registry.builder().database("jdbc:h2:mem:p").extra(name, "jdbc:h2:mem:x");

		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(builder::build)
			.withMessageContaining("'" + name + "' is no name");
	}

	@Test
	void refusesTwoPrimariesAndTwoExtrasOfOneName() {
		RegistryBuilder builder = Registry.builder()
			.database("jdbc:h2:mem:p")
			.database(new DriverManagerDataSource("jdbc:h2:mem:q"))
			.extra("a", "jdbc:h2:mem:a")
			.extra("a", "jdbc:h2:mem:b");

		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(builder::build)
			.withMessageContaining("primary database is given twice")
			.withMessageContaining("Extra database 'a' is given twice");
	}

	@Test
	void extrasInheritTheDefaultsAndTheSchemaIsThePrimarys() {
		Registry registry = Registry.builder()
			.defaults((settings) -> settings.required(false).schema("common"))
			.schema("shop")
			.database("jdbc:h2:mem:p")
			.extra("a", "jdbc:h2:mem:a")
			.extra("b", "jdbc:h2:mem:b", (settings) -> settings.required(true).schema(null))
			.build();

		assertThat(registry.databases().primary().required()).isTrue();
		assertThat(registry.databases().primary().schema()).isEqualTo("shop");
		assertThat(registry.databases().get("a").required()).isFalse();
		assertThat(registry.databases().get("a").schema()).isEqualTo("common");
		assertThat(registry.databases().get("b").required()).isTrue();
		assertThat(registry.databases().get("b").schema()).isNull();
	}

	@Test
	void aDatabaseThatIsHandedInBringsItsOwnSchema() {
		Database database = Database.create("orders", "jdbc:h2:mem:p", DatabaseSettings.builder().build());

		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Registry.builder().schema("shop").database(database).build())
			.withMessageContaining("'orders', which was handed in, has 'null'");
		assertThat(Registry.builder().database(database).build().databases().primary()).isSameAs(database);
	}

	@Test
	void settingsThatThrowAreReportedWithTheOthers() {
		RegistryBuilder builder = Registry.builder().database("jdbc:h2:mem:p", (settings) -> {
			throw new IllegalStateException("no vault");
		}).extra("bad-name", "jdbc:h2:mem:x");

		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(builder::build)
				.satisfies((ex) -> assertThat(ex.getProblems()).hasSize(2))
				.withMessageContaining("'primary' cannot be made from its settings")
				.withMessageContaining("no vault")
				.withMessageContaining("'bad-name'")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		}
	}

	@Test
	void aDelegatingRegistryLeavesToAnotherWhatItDoesNotChange() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:p").build();
		StringBuilder holders = new StringBuilder();
		Registry custom = new DelegatingRegistry(registry) {

			@Override
			protected Registry wrap(Registry other) {
				return other;
			}

			@Override
			public Lease open(String holder) {
				holders.append(holder);
				return super.open(holder + " of mine");
			}

		};

		try (Lease lease = custom.open()) {
			assertThat(lease.holder()).isEqualTo("registry of mine");
			assertThat(custom.databases().primary().status().holders()).containsExactly("registry of mine");
		}
		assertThat(holders).hasToString("registry");
	}

	@Test
	void anAdoptedPrimaryTakesTheSchema() {
		DataSource dataSource = new DriverManagerDataSource("jdbc:h2:mem:p");

		assertThat(Registry.builder().database(dataSource).schema("shop").build().databases().primary().schema())
			.isEqualTo("shop");
	}

}
