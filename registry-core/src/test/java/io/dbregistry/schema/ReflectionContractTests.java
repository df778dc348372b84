package io.dbregistry.schema;

import java.util.List;
import java.util.Map;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product owes the comparison of models with their tables. */
abstract class ReflectionContractTests extends SchemaTestBase {

	ReflectionContractTests(TestServer server) {
		super(server);
	}

	private Reflection reflection(Class<?>... types) {
		return Reflection.of(Databases.of(Map.of("primary", this.database)), models(types));
	}

	@Test
	void findsNothingRightAfterTheTablesWereMade() {
		Class<?>[] types = ReflectedModels.ALL.toArray(Class<?>[]::new);
		schemas(types).createAll();
		assertThat(reflection(types).compare("primary")).isEmpty();
		schemas(types).validate();
	}

	@Test
	void findsNothingInArrays() {
		if (!(this.server == TestServer.POSTGRESQL || this.server == TestServer.H2)) {
			return; // the others have no arrays
		}
		Class<?>[] types = ReflectedModels.WITH_ARRAYS.toArray(Class<?>[]::new);
		schemas(types).createAll();
		assertThat(reflection(types).compare("primary")).isEmpty();
		schemas(types).validate();
	}

	@Test
	void findsNothingInASchemaOfItsOwn() {
		if (!this.database.dialect().hasSchemas()) {
			return; // a database without schemas has no other one
		}
		String schema = this.testDatabase.schemaName("Shop%_");
		Class<?>[] types = ReflectedModels.ALL.toArray(Class<?>[]::new);
		var other = database(schema);
		try (var lease = other.acquire("test")) {
			Databases databases = Databases.of(Map.of("primary", other));
			Schemas.of(databases, models(types)).createAll();
			Reflection reflection = Reflection.of(databases, models(types));
			assertThat(reflection.compare("primary")).isEmpty();
			assertThat(reflection.read("primary").tables()).hasSameSizeAs(types);
			assertThat(reflection.read("primary", schema)).isEqualTo(reflection.read("primary"));
			assertThat(reflection.read("primary", "no such schema").tables()).isEmpty();
		}
	}

	@Test
	void findsWhatAChangedModelNeeds() {
		schemas(ReflectedModels.Author.class).createAll();
		List<Change> changes = reflection(ReflectedModels.OtherAuthor.class).compare("primary");
		assertThat(changes).extracting((change) -> change.getClass().getSimpleName())
			.contains("ColumnAdded", "ColumnChanged", "ColumnRemoved", "PartRemoved", "PartAdded");
		assertThat(changes).allSatisfy((change) -> assertThat(change.table().name()).isEqualTo("author"));
	}

	@Test
	void passesOverTablesThatNobodyDeclares() {
		execute(sql("create table %s (id int)", "somebody"));
		schemas(ReflectedModels.Author.class).createAll();
		assertThat(reflection(ReflectedModels.Author.class).compare("primary")).isEmpty();
		Metadata metadata = reflection().read("primary");
		assertThat(metadata.tables()).extracting((table) -> table.name().name()).containsExactly("author", "somebody");
		QualifiedName name = new QualifiedName(schemas().findDefaultName().orElse(null), "somebody");
		assertThat(metadata.find(name)).isPresent();
		assertThat(metadata.isManaged(name)).isTrue();
		assertThat(metadata.withUnmanaged(List.of(name)).isManaged(name)).isFalse();
	}

	@Test
	void knowsNoOtherDatabase() {
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> reflection().read("analytcs"));
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> reflection().compare("analytcs"));
	}

}
