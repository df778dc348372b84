package io.dbregistry;

import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryModelsTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model(database = "analytics")
	record Event(@Id @GeneratedValue Long id, String kind) {
	}

	@Model(database = "reportng")
	record Sale(@Id @GeneratedValue Long id) {
	}

	@Test
	void createsTheTablesOfModelsInTheirDatabases() {
		try (TestDatabase primary = TestServer.H2.create(); TestDatabase analytics = TestServer.H2.create()) {
			Registry registry = Registry.builder()
				.models(Author.class, Event.class)
				.database(primary.url(),
						(settings) -> settings.username(primary.username()).password(primary.password()))
				.extra("analytics", analytics.url(),
						(settings) -> settings.username(analytics.username()).password(analytics.password()))
				.build();
			Registry delegating = new DelegatingRegistry(registry) {
			};
			try (Lease lease = delegating.open()) {
				delegating.schemas().createAll("primary", "analytics");
				assertThat(lease).isNotNull();
				assertThat(rows(registry, "primary", "author")).isZero();
				assertThat(rows(registry, "analytics", "event")).isZero();
			}
			assertThat(delegating.models().names()).containsExactly("Author", "Event");
			assertThat(registry.models().get(Event.class).database()).isEqualTo("analytics");
		}
	}

	private static Integer rows(Registry registry, String database, String table) {
		return registry.databases()
			.get(database)
			.jdbcClient()
			.sql("select count(*) from " + table)
			.query(Integer.class)
			.single();
	}

	@Test
	void refusesAModelOfADatabaseThatDoesNotExist() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Registry.builder()
				.models(Sale.class)
				.database("jdbc:h2:mem:models")
				.extra("analytics", "jdbc:h2:mem:analytics")
				.build())
			.withMessageContaining("no database named 'reportng' (known: 'primary', 'analytics')");
	}

	@Model(schema = "shop")
	@Table(name = "author")
	record Writer(@Id @GeneratedValue Long id) {
	}

	@Model(database = "analytics", schema = "y2026")
	@Table(name = "event")
	record Click(@Id @GeneratedValue Long id) {
	}

	@Test
	void refusesTwoModelsOnOneTableOfTheDefaultSchema() {
		RegistryBuilder builder = Registry.builder()
			.database("jdbc:h2:mem:models")
			.schema("shop")
			.extra("analytics", "jdbc:h2:mem:analytics", (settings) -> settings.schema("y2026"));
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> builder.models(Author.class, Writer.class, Event.class, Click.class).build())
			.withMessageContaining("the table 'primary.shop.author' is that of '%s' too", Author.class.getName())
			.withMessageContaining("the table 'analytics.y2026.event' is that of '%s' too", Event.class.getName());
	}

	@Test
	void reportsWrongModelsTogetherWithWrongSettings() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Registry.builder().models(Sale.class).build())
			.withMessageContaining("There is no primary database")
			.withMessageContaining("no database named 'reportng' (known: 'primary')");
	}

}
