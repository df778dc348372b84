package io.dbregistry.schema;

import java.util.Map;

import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteMetadataSchemasTests extends SchemaTestBase {

	SqliteMetadataSchemasTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void withoutSchemasEachModelIsInTheOnlyPlaceThereIs() {
		MetadataSource source = MetadataSource.of(Databases.of(Map.of("primary", this.database)),
				models(MetadataSchemasContractTests.Author.class, MetadataSchemasContractTests.Book.class));
		assertThat(source.metadata("primary", MetadataSelection::inAllSchemas).tables()).extracting(Table::name)
			.extracting(Object::toString)
			.containsExactly("author", "book");
	}

}
