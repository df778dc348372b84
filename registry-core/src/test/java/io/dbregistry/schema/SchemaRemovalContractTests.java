package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every product with schemas owes those who drop them. The extra database is H2's.
 */
abstract class SchemaRemovalContractTests extends SchemaOperationsTestBase {

	SchemaRemovalContractTests(TestServer server) {
		super(server);
	}

	@Test
	void dropsNothingThatIsNotEmpty() {
		Schemas schemas = both(Author.class);
		schemas.create(this.name, (create) -> create.withModels().on("primary", "analytics"));
		execute("insert into " + table("author") + " (name) values ('x')");
		for (Consumer<SchemaRemoval> options : List.<Consumer<SchemaRemoval>>of((drop) -> {
		}, (drop) -> drop.ifExists().force(), (drop) -> drop.on("analytics", "primary"))) {
			assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.drop(this.name, options))
				.withMessageStartingWith("Schema '%s' of database 'primary' is not empty: it has '", this.name)
				.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("author"));
		}
		assertThat(count(table("author"))).isOne();
		assertThat(schemas.names("analytics")).contains(this.name);
		schemas.drop(this.name, (drop) -> drop.cascade().on("analytics", "primary"));
		assertThat(schemas.names()).doesNotContain(this.name);
		assertThat(schemas.names("analytics")).containsExactly("PUBLIC");
	}

	@Test
	void takesAViewOrASequenceForContents() {
		Schemas schemas = both();
		schemas.create(this.name);
		execute("create view " + table("one") + " as select 1 as x");
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.drop(this.name))
			.withMessageContaining("is not empty");
		execute("drop view " + table("one"));
		execute("create sequence " + table("two"));
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> schemas.drop(this.name))
			.withMessageContaining("is not empty");
		execute("drop sequence " + table("two"));
		schemas.drop(this.name);
	}

	@Test
	void cascadesToForeignKeysOfOtherSchemas() {
		Schemas schemas = both(Author.class);
		schemas.create(this.name, (create) -> create.withModels());
		execute("insert into " + table("author") + " (name) values ('x')");
		execute("create table note (id int primary key, author_id bigint, foreign key (author_id) references "
				+ table("author") + " (id))");
		execute("insert into note values (1, 1)");
		schemas.drop(this.name, (drop) -> drop.cascade());
		assertThat(schemas.names()).doesNotContain(this.name);
		execute("insert into note values (2, 2)");
	}

	@Test
	void refusesToDropWhatIsNotThere() {
		Schemas schemas = both();
		schemas.create(this.name, (create) -> create.on("analytics"));
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> schemas.drop(this.name, (drop) -> drop.on("analytics", "primary")))
			.withCauseInstanceOf(DataAccessException.class)
			.withMessageStartingWith("Dropping schema '%s' of database 'primary' failed at statement 'drop schema ",
					this.name)
			.withMessageEndingWith("; correct the name, or pass over what is missing with drop.ifExists()")
			.satisfies((ex) -> assertThat(ex.getCause()).message()
				.startsWith("Dropping schema '%s' of database 'primary'; ".formatted(this.name)));
		assertThat(schemas.names("analytics")).contains(this.name);
		schemas.drop(this.name, (drop) -> drop.ifExists().on("primary", "analytics"));
		assertThat(schemas.names("analytics")).containsExactly("PUBLIC");
	}

	@Test
	void dropsNoSchemaThatOthersRelyOn() {
		String standard = schemas().findDefaultName().orElseThrow();
		List<String> protectedNames = new ArrayList<>(List.of("information_schema", standard));
		if (this.server == TestServer.MARIADB) {
			protectedNames.addAll(List.of("mysql", "sys", "performance_schema"));
		}
		else {
			protectedNames.addAll(List.of("public", "pg_catalog"));
		}
		for (String schema : protectedNames) {
			for (String variant : List.of(schema, schema.toUpperCase(Locale.ROOT), schema.toLowerCase(Locale.ROOT))) {
				assertThatExceptionOfType(ProtectedSchemaException.class)
					.isThrownBy(() -> schemas().drop(variant, (drop) -> drop.ifExists().cascade()))
					.withMessageStartingWith("Schema '%s' of database 'primary' is not dropped: it is ", variant)
					.satisfies((ex) -> assertThat(ex.getSchema()).isEqualTo(variant));
			}
		}
		schemas(Author.class).createAll();
		assertThat(count("author")).isZero();
	}

	@Test
	void dropsItsOwnSchemaOnlyWhenForced() {
		Database own = database(this.name);
		try (Lease held = own.acquire("test")) {
			Schemas schemas = Schemas.of(Databases.of(Map.of("primary", own, "elsewhere", this.database)), models());
			for (String database : List.of("primary", "elsewhere")) {
				assertThatExceptionOfType(ProtectedSchemaException.class).isThrownBy(
						() -> schemas.drop(this.name.toUpperCase(Locale.ROOT), (drop) -> drop.on(database).cascade()));
			}
			assertThat(schemas.names("elsewhere")).contains(this.name);
			schemas.drop(this.name, (drop) -> drop.force());
			assertThat(schemas.names("elsewhere")).doesNotContain(this.name);
			schemas.createAll();
			assertThat(schemas.names("elsewhere")).contains(this.name);
		}
	}

}
