package io.dbregistry.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Metadata of several schemas, as the server has them. */
abstract class MetadataSchemasContractTests extends SchemaTestBase {

	MetadataSchemasContractTests(TestServer server) {
		super(server);
	}

	@Model
	record Author(@Id @GeneratedValue Long id) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @ManyToOne Ref<Author> author) {
	}

	@Model(tenant = true)
	record Desk(@Id @GeneratedValue Long id) {
	}

	private final Models models = models(Author.class, Book.class, Desk.class);

	private MetadataSource source() {
		return MetadataSource.of(Databases.of(Map.of("primary", this.database)), this.models);
	}

	private List<String> names(Consumer<MetadataSelection> selection) {
		return source().metadata("primary", selection)
			.tables()
			.stream()
			.map((table) -> table.name().toString())
			.toList();
	}

	private String create(String prefix) {
		String schema = this.testDatabase.schemaName(prefix);
		schemas().create(schema);
		return schema;
	}

	@Test
	void modelsHaveATableInEachSchemaThatMatches() {
		String first = create("y1");
		String second = create("y2");
		create("z");
		assertThat(names((select) -> select.inSchemas("y\\d_.*"))).containsExactly(first + ".author", first + ".book",
				second + ".author", second + ".book");
		assertThat(names((select) -> select.inSchemas(first + "|" + second).ignoring("y2.*").withTenants()))
			.containsExactly(first + ".author", first + ".book", first + ".desk");
		Table book = source().metadata("primary", (select) -> select.inSchemas(second))
			.tables()
			.stream()
			.filter((table) -> table.name().name().equals("book"))
			.findFirst()
			.orElseThrow();
		assertThat(book.foreignKeys().get(0).target()).hasToString(second + ".author");
	}

	@Test
	void allSchemasAreThoseOfTheApplication() {
		String first = create("y1");
		String own = schemas().findDefaultName().orElseThrow();
		assertThat(names((select) -> select.inAllSchemas().withTenants()))
			.contains(own + ".book", first + ".book", first + ".desk")
			.doesNotContain(own + ".desk")
			.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("information_schema."));
	}

	@Test
	void aModelThatIsFixedToASchemaIsTheOnlyOneOfItsNameThere() {
		String schema = create("fixed");
		this.models.register("Writer", (model) -> model.schema(schema).table("author").add("name", String.class));
		assertThat(source().metadata("primary", (select) -> select.inSchemas(schema)).tables())
			.extracting((table) -> table.name().name(), (table) -> table.columns().size())
			.containsExactly(tuple("author", 2), tuple("book", 2));
		assertThat(names((select) -> select.inSchemas("nowhere"))).isEmpty();
	}

}
