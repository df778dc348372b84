package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;

import io.dbregistry.Registry;
import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * A schema beside the database's own, which a table says that the changelog of the own
 * one makes.
 */
abstract class OwnAndOtherSchemasContractTests {

	private static final String OWN = """
			databaseChangeLog:
			  - changeSet:
			      id: tenants
			      author: shop
			      changes:
			        - createTable:
			            tableName: tenant
			            columns:
			              - column: {name: schema_name, type: varchar(100), constraints: {primaryKey: true}}
			        - insert: {tableName: tenant, columns: [{column: {name: schema_name, value: "%s"}}]}
			      rollback:
			        - dropTable: {tableName: tenant}
			""";

	private static final String OTHERS = """
			databaseChangeLog:
			  - changeSet:
			      id: books
			      author: shop
			      changes:
			        - createTable:
			            tableName: book
			            columns:
			              - column: {name: id, type: bigint, constraints: {primaryKey: true}}
			""";

	@AutoClose
	private final TestDatabase test;

	private final String other;

	@TempDir
	private Path folder;

	OwnAndOtherSchemasContractTests(TestServer server) {
		this.test = server.create();
		this.other = (server == TestServer.H2) ? "OTHER" : this.test.schemaName("other");
	}

	@BeforeEach
	void prepare() throws Exception {
		Files.writeString(this.folder.resolve("own.yaml"), OWN.formatted(this.other));
		Files.writeString(this.folder.resolve("others.yaml"), OTHERS);
		execute("create schema " + this.other);
	}

	@AfterEach
	void drop() throws Exception {
		execute("drop schema " + this.other + (this.test.url().contains(":mariadb:") ? "" : " cascade"));
	}

	@Test
	void theSchemasAreAskedForAfterTheTableThatHasThemIsMade() {
		Migrations migrations = migrations("select schema_name from tenant");

		assertThat(migrations.status("primary")).singleElement().satisfies((own) -> {
			assertThat(own.schema()).isNull();
			assertThat(own.pending()).hasSize(1);
		});
		assertThat(migrations.sql("primary", (options) -> {
		})).contains("tenant").doesNotContain("book");
		assertThat(migrations.migrate("primary").schemas()).extracting(SchemaResult::schema)
			.containsExactly(null, this.other);
		assertThat(migrations.status("primary")).extracting(SchemaStatus::applied).containsExactly(1, 1);
	}

	@Test
	void aSchemaThatDoesNotExistYetHidesNoOther() throws Exception {
		Migrations migrations = migrations("select schema_name from tenant");
		migrations.migrate("primary");
		execute("insert into tenant values ('nowhere')");

		assertThat(migrations.status("primary")).extracting(SchemaStatus::schema, SchemaStatus::applied)
			.contains(tuple(null, 1), tuple(this.other, 1), tuple("nowhere", 0));
		assertThat(migrations.status("primary")).extracting(SchemaStatus::problem)
			.filteredOn(Objects::nonNull)
			.singleElement(STRING)
			.startsWith("the schema does not exist");
	}

	@Test
	void whatWasDoneToTheOwnSchemaIsToldWhenTheOthersCannotBeFound() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> migrations("select nothing from tenant").migrate("primary"))
			.withMessageContaining("the schemas beside its own can't be found")
			.satisfies((failure) -> assertThat(failure.getReport()).isNotNull()
				.extracting(MigrationReport::schemas)
				.satisfies((schemas) -> assertThat(schemas.get(0).changeSets()).hasSize(1)));
	}

	@Test
	void nothingIsUndoneInSchemasThatAreNotNamed() {
		Migrations migrations = migrations("select schema_name from tenant");
		migrations.migrate("primary");

		assertThat(migrations.rollback("primary", (options) -> options.count(1)).schemas())
			.extracting(SchemaResult::schema)
			.containsOnlyNulls();
		assertThat(migrations.status("primary", (options) -> options.schemas(this.other))).singleElement()
			.extracting(SchemaStatus::applied)
			.isEqualTo(1);
		assertThat(migrations.stamp("primary", (options) -> {
		}).schemas()).hasSize(1);
		assertThat(migrations.migrate("primary", (options) -> options.to("tenants")).schemas()).hasSize(1);
		migrations.rollback("primary", (options) -> options.count(1).schemas(this.other));
		assertThat(migrations.status("primary", (options) -> options.schemas(this.other))).singleElement()
			.extracting(SchemaStatus::applied)
			.isEqualTo(0);
	}

	private Migrations migrations(String query) {
		String base = this.folder.toUri().toString();
		Registry registry = Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.changelog("primary",
					(settings) -> settings.location(base + "own.yaml")
						.tenantLocation(base + "others.yaml")
						.schemas(SchemaSource.query(query)))
			.build();
		return registry.migrations();
	}

	private void execute(String sql) throws Exception {
		try (Connection connection = DriverManager.getConnection(this.test.url(), this.test.username(),
				this.test.password()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
