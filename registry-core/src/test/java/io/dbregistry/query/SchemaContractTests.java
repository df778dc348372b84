package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In which schema objects are, on every product that has schemas. */
abstract class SchemaContractTests {

	private static final String FIXED = "registry_fixed";

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author, @ManyToOne Author editor) {
	}

	@Model(schema = FIXED)
	record Country(@Id String code, @ManyToOne Author poet) {
	}

	@Model
	record City(@Id String name, @ManyToOne Country country) {
	}

	@Model
	record Town(@Id String name, @ManyToOne Ref<Country> country) {
	}

	private final Models models = Models.from(List.of(Author.class, Country.class, City.class, Town.class), List.of());

	private @Nullable String defaultSchema;

	private final QueryFixture fixture;

	SchemaContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Author.class, Book.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void readsAndWritesInAnotherSchema() {
		String schema = anotherSchema();
		ModelRepository<Author> elsewhere = authors().schema(schema);
		Author lem = elsewhere.create(new Author(null, "Lem"));
		assertThat(elsewhere.query().list()).containsExactly(lem);
		assertThat(authors().query().schema(schema).filter("name", "Lem").get()).isEqualTo(lem);
		assertThat(authors().query().exists()).isFalse();
		assertThat(authors().query().list()).isEmpty();
		assertThat(elsewhere.delete(lem)).isTrue();
	}

	@Test
	void followsReferencesInTheSchemaTheObjectWasReadFrom() {
		String schema = anotherSchema();
		Author here = authors().create(new Author(7L, "here"));
		Author there = authors().schema(schema).create(new Author(7L, "there"));
		Book book = books().schema(schema).create(new Book(7L, "Solaris", Ref.of(Author.class, 7), there));
		assertThat(books().schema(schema).get(7L).editor()).isEqualTo(there);
		assertThat(books().schema(schema).get(7L).author().get()).isEqualTo(there);
		books().create(book);
		assertThat(books().get(7L).editor()).isEqualTo(here);
		assertThat(books().get(7L).author().get()).isEqualTo(here);
	}

	@Test
	void followsAModelToAnotherSchema() {
		ModelRepository<Author> authors = authors();
		QuerySet<Author> query = authors.query();
		ModelRepository<Row> rows = this.fixture.repository("Author");
		Author here = authors.create(new Author(7L, "here"));
		String schema = anotherSchema();
		ModelRepository<Author> asked = authors.schema(schema);
		assertThat(asked.query().exists()).isFalse();
		this.fixture.models().onRegister("Author", (model) -> model.schema(schema));
		assertThat(authors.find(7L)).isEmpty();
		assertThat(query.exists()).isFalse();
		Author there = authors.create(new Author(7L, "there"));
		assertThat(authors.query().list()).containsExactly(there);
		assertThat(query.list()).containsExactly(there);
		assertThat(asked.get(7L)).isEqualTo(there);
		assertThat(rows.get(7L).get("name")).isEqualTo("there");
		this.fixture.models().onRegister("Author", (model) -> model.schema(""));
		assertThat(authors.get(7L)).isEqualTo(here);
		assertThat(query.filter("name", "there").exists()).isFalse();
		assertThat(asked.get(7L)).isEqualTo(there);
	}

	private String anotherSchema() {
		String schema = this.fixture.createSchema("other");
		this.fixture.createTables("primary", schema, Author.class, Book.class);
		return schema;
	}

	@Test
	void quotesTheNamesOfSchemas() {
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> authors().schema("x\"`; drop table author; --").find(1L));
		assertThat(authors().query().count()).isZero();
	}

	@Test
	void prefersTheSchemaAskedForThenTheFixedOneThenTheDefault() {
		assertThat(tables(Country.class, null)).containsExactly(FIXED, "");
		assertThat(tables(Country.class, "asked")).containsExactly("asked", "asked");
		assertThat(tables(City.class, null)).containsExactly("", FIXED, "");
		assertThat(tables(City.class, "asked")).containsExactly("asked", FIXED, "asked");
		this.defaultSchema = "default";
		assertThat(tables(Country.class, null)).containsExactly(FIXED, "default");
		assertThat(tables(City.class, null)).containsExactly("default", FIXED, "default");
		assertThat(tables(City.class, "asked")).containsExactly("asked", FIXED, "asked");
	}

	@Test
	void followsReferencesToModelsThatAreFixedElsewhere() {
		String schema = this.fixture.createSchema("other");
		Dialect dialect = this.fixture.primary().dialect();
		String town = dialect.quoteSchema(schema) + ".town";
		JdbcOperations operations = this.fixture.primary().jdbcOperations();
		operations.execute("create table " + town + " (name varchar(20), country_code varchar(20))");
		operations.execute("insert into " + town + " values ('Trieste', 'IT')");
		List<String> statements = new ArrayList<>();
		Queries queries = Queries.create(this.fixture.databases(), this.models,
				(execution) -> statements.add(execution.sql()));
		Ref<Country> country = queries.repository(Town.class).schema(schema).get("Trieste").country();
		assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(country::get);
		assertThat(statements.get(1)).contains(" from " + dialect.quoteSchema(FIXED) + "." + dialect.quote("country"))
			.contains(" join " + dialect.quoteSchema(schema) + "." + dialect.quote("author"));
	}

	/** The schemas of the tables in the query that finds an object by its key. */
	private List<String> tables(Class<?> type, @Nullable String asked) {
		ModelType<?> model = this.models.get(type);
		Database database = Database.create("primary", "jdbc:h2:mem:unused",
				(settings) -> settings.schema(this.defaultSchema));
		Dialect dialect = this.fixture.primary().dialect();
		QueryEngine engine = new QueryEngine(Databases.of(Map.of("primary", database)), this.models,
				new StatementRunner(List.of()));
		Target home = Target.home(engine, model);
		String sql = engine.plan(model, dialect).byKey().sql().render((asked != null) ? home.schema(asked) : home);
		return Stream.of(sql.split(" (from|join) ")).skip(1).map((rest) -> schema(dialect, rest)).toList();
	}

	private static String schema(Dialect dialect, String sql) {
		return Stream.of("asked", "default", FIXED)
			.filter((schema) -> sql.startsWith(dialect.quoteSchema(schema) + "."))
			.findFirst()
			.orElse("");
	}

	private ModelRepository<Author> authors() {
		return this.fixture.repository(Author.class);
	}

	private ModelRepository<Book> books() {
		return this.fixture.repository(Book.class);
	}

}
