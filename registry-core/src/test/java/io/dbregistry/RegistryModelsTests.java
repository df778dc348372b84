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
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Models;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.model.Ref;
import jakarta.persistence.ManyToOne;
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

				@Override
				protected Registry wrap(Registry other) {
					return other;
				}

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

	@Model
	record OrderLine(@Id @GeneratedValue Long id, @ManyToOne Ref<Author> writtenBy) {
	}

	@Test
	void namesTablesByAStrategyUnlessTheyAreNamed() {
		RegistryBuilder builder = Registry.builder()
			.database("jdbc:h2:mem:models")
			.models(Author.class, OrderLine.class);
		assertThat(builder.tablePrefix("app_").build().models().tableNames())
			.containsExactly(QualifiedName.of("app_author"), QualifiedName.of("app_order_line"));
		Models plural = builder.naming(NamingStrategy.PLURAL).tablePrefix("").build().models();
		assertThat(plural.tableNames()).containsExactly(QualifiedName.of("authors"), QualifiedName.of("orderlines"));
		assertThat(plural.get(OrderLine.class).attribute("writtenBy").columns()).extracting(Column::name)
			.containsExactly("written_by_id");
		plural.register(Writer.class);
		assertThat(plural.get(Writer.class).table().name()).isEqualTo(new QualifiedName("shop", "author"));
	}

	@Test
	void reportsWrongModelsTogetherWithWrongSettings() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> Registry.builder().models(Sale.class).build())
			.withMessageContaining("There is no primary database")
			.withMessageContaining("no database named 'reportng' (known: 'primary')");
	}

}
