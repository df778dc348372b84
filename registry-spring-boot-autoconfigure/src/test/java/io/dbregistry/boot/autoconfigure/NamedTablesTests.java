package io.dbregistry.boot.autoconfigure;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.boot.endpoint.RegistryEndpoint;
import io.dbregistry.boot.endpoint.RegistryEndpoint.ModelDescriptor;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Model;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.model.Ref;
import io.dbregistry.model.UnresolvedReferenceException;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

/** How tables are named, and those of models that come later. */
class NamedTablesTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withPropertyValues("registry.models.packages=" + Event.class.getPackageName(), "registry.ddl-auto=create");

	@Test
	void areInSnakeCaseUnlessAsked() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(OrderLine.class))
			.run((context) -> assertThat(tables(context)).containsExactly("BOOK", "ORDER_LINE"));
	}

	@Test
	void followThePropertiesInEveryRegistry() {
		this.runner.withPropertyValues("registry.models.naming=plural", "registry.models.table-prefix=shop_")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(OrderLine.class))
			.run((context) -> {
				assertThat(tables(context)).containsExactly("SHOP_BOOKS", "SHOP_ORDERLINES");
				assertThat(context.getBean(Registry.class).repository(OrderLine.class).query().count()).isZero();
				context.getBean(Registry.class).schemas().validate("primary", "analytics");
			});
	}

	@Test
	void followABeanBeforeTheProperty() {
		this.runner.withPropertyValues("registry.models.naming=plural")
			.withBean(NamingStrategy.class, () -> (model) -> "t_" + model.toLowerCase())
			.run((context) -> assertThat(tables(context)).containsExactly("T_BOOK"));
	}

	@Test
	void areNotNamedByOneOfTwoBeans() {
		this.runner.withBean("one", NamingStrategy.class, () -> NamingStrategy.SNAKE_CASE)
			.withBean("two", NamingStrategy.class, () -> NamingStrategy.PLURAL)
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class));
	}

	@Test
	void areNotNamedByAnUnknownStrategy() {
		this.runner.withPropertyValues("registry.models.naming=camel")
			.run((context) -> assertThat(FailureAnalyzersTests.analyze(context.getStartupFailure()).getDescription())
				.contains("registry.models.naming is 'camel'", "'snake-case', 'plural'"));
	}

	@Test
	void areRefusedInTheOtherNamesOfACustomizer() {
		this.runner
			.withBean(RegistryCustomizer.class,
					() -> (builder) -> builder.naming(NamingStrategy.PLURAL).tablePrefix("shop_"))
			.run((context) -> {
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains(
						"Model 'Book' has the table 'book (id, title)' by the properties, "
								+ "and 'shop_books (id, title)' by a customizer",
						"Model 'Event' has the table 'event (id, kind)'");
				assertThat(analysis.getAction()).contains("registry.models.naming", "registry.models.table-prefix",
						"NamingStrategy bean", "registry.ddl-auto=none");
			});
	}

	@Test
	void haveTheNamesOfACustomizerWhereMigrationsMakeThem() {
		this.runner.withPropertyValues("registry.ddl-auto=none")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.naming(NamingStrategy.PLURAL))
			.run((context) -> assertThat(context.getBean(Registry.class).models().tableNames())
				.extracting(QualifiedName::name)
				.containsExactly("books", "events"));
	}

	@Test
	void haveTheNamesOfACustomizerWhenItNamesThemAsTheProperties() {
		this.runner.withPropertyValues("registry.models.naming=plural")
			.withBean(RegistryCustomizer.class, () -> (builder) -> builder.naming(NamingStrategy.PLURAL))
			.run((context) -> assertThat(tables(context)).containsExactly("BOOKS"));
	}

	@Test
	void areMadeForLaterModelsWhenAsked() {
		this.runner.withPropertyValues("registry.models.table-prefix=shop_").run((context) -> {
			Registry registry = context.getBean(Registry.class);
			registry.models().register(OrderLine.class);
			assertThat(tables(context)).containsExactly("SHOP_BOOK");
			registry.schemas().createAll();
			assertThat(tables(context)).containsExactly("SHOP_BOOK", "SHOP_ORDER_LINE");
			registry.repository(OrderLine.class).create(new OrderLine(1));
			assertThat(registry.query(OrderLine.class).count()).isOne();
		});
	}

	@Test
	void areShownAsMissingWhileAModelWaitsForAnother() {
		this.runner.withBean(RegistryEndpoint.class).run((context) -> {
			Registry registry = context.getBean(Registry.class);
			registry.models().register(Part.class);
			assertThat(context.getBean(RegistryEndpoint.class)
				.registries()
				.registries()
				.get("registry")
				.databases()
				.get("primary")
				.models()).containsExactly(entry("Book", new ModelDescriptor("declared", "PUBLIC", "book", null)),
						entry("Part", new ModelDescriptor("declared", null, null, "OrderLine")));
			assertThatExceptionOfType(UnresolvedReferenceException.class)
				.isThrownBy(() -> registry.query(Part.class).count());
			registry.models().register(OrderLine.class);
			registry.schemas().createAll();
			assertThat(registry.query(Part.class).count()).isZero();
		});
	}

	@Test
	void areExplainedWhenAModelWaitsForAnother() {
		this.runner.run((context) -> {
			Registry registry = context.getBean(Registry.class);
			registry.models().register(Part.class);
			FailureAnalysis analysis = FailureAnalyzersTests
				.analyze(catchThrowable(() -> registry.schemas().createAll()));
			assertThat(analysis.getDescription()).contains("'Part'", "'line'", "'OrderLine'");
			assertThat(analysis.getAction()).contains("Register 'OrderLine' before 'Part' is used", "@Model",
					"RegistryCustomizer");
		});
	}

	@Test
	void areRefusedWithTheNameOfAModelWithoutAClass() {
		this.runner.run((context) -> {
			Registry registry = context.getBean(Registry.class);
			Throwable failure = catchThrowable(
					() -> registry.models().register("Setting", (model) -> model.add("name", String.class).length(0)));
			assertThat(FailureAnalyzersTests.analyze(failure).getDescription()).contains("The models can't be read",
					"Setting.name: ", "length = 0");
		});
	}

	private static List<String> tables(ApplicationContext context) {
		return context.getBean(JdbcClient.class)
			.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name")
			.query(String.class)
			.list();
	}

	@Model
	record OrderLine(@Id long id) {
	}

	@Model
	record Part(@Id long id, @ManyToOne Ref<OrderLine> line) {
	}

}
