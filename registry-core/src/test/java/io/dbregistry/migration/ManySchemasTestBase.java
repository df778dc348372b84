package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sixty schemas of one database, some with names that have to be quoted. */
abstract class ManySchemasTestBase {

	static final int SCHEMAS = 60;

	static final String CHANGELOG = """
			databaseChangeLog:
			  - {logicalFilePath: shop.yaml}
			  - changeSet:
			      id: 1
			      author: shop
			      changes:
			        - createTable:
			            tableName: book
			            columns:
			              - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true, primaryKeyName: book_pk}}
			              - column: {name: title, type: varchar(100), constraints: {nullable: false}}
			  - changeSet:
			      id: 2
			      author: shop
			      changes:
			        - createIndex: {tableName: book, indexName: book_title, columns: [{column: {name: title}}]}
			        - insert: {tableName: book, columns: [{column: {name: title, value: "it's; first"}}]}
			      rollback:
			        - dropIndex: {tableName: book, indexName: book_title}
			""";

	static final String NEXT = """
			  - changeSet:
			      id: 3
			      author: shop
			      changes:
			        - sql: {sql: "alter table book add pages integer; update book set pages = 7"}
			      rollback:
			        - sql: {sql: alter table book drop column pages}
			""";

	final TestServer server;

	final List<String> schemas = new ArrayList<>();

	@TempDir
	Path folder;

	TestDatabase test;

	Registry registry;

	Database database;

	private Lease lease;

	ManySchemasTestBase(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void open() throws Exception {
		this.test = this.server.create();
		this.registry = registry(this.test.username(), this.test.password());
		this.lease = this.registry.open();
		this.database = this.registry.databases().primary();
		String prefix = this.test.schemaName("s");
		if (this.server == TestServer.H2) {
			prefix = prefix.toUpperCase(Locale.ROOT); // Liquibase would write others
														// without quotes
		}
		for (int i = 0; i < SCHEMAS; i++) {
			this.schemas.add(prefix + switch (i) {
				case 3 -> "\"; drop table users; --";
				case 4 -> "'; ü";
				case 5 -> "twin";
				case 6 -> "TWIN";
				case 7 -> "` ${x} %s ?";
				default -> "_" + i;
			});
		}
		for (String schema : this.schemas) {
			execute(this.database.dialect().createSchema(schema));
		}
		write(CHANGELOG);
	}

	Registry registry(@Nullable String username, @Nullable String password) {
		return Registry.builder()
			.database(this.test.url(), (settings) -> settings.username(username).password(password))
			.changelog("primary", (settings) -> settings.tenantLocation(changelog()))
			.build();
	}

	@AfterEach
	void close() throws SQLException {
		try (Connection connection = this.database.connection()) {
			this.schemas.retainAll(this.database.dialect().schemas(connection));
		}
		for (String schema : this.schemas) {
			drop(schema);
		}
		this.lease.close();
		this.test.close();
	}

	MigrationReport migrate() {
		return migrate(this.schemas);
	}

	/** What a start does, which goes by the noted states. */
	MigrationReport start() {
		return start((settings) -> {
		});
	}

	MigrationReport start(Consumer<ChangelogSettings.Builder> changelog) {
		ChangelogSettings.Builder settings = ChangelogSettings.builder()
			.tenantLocation(changelog())
			.schemas(SchemaSource.of(this.schemas));
		changelog.accept(settings);
		return ChangelogMigration.applyToSchemas(this.database, settings.build(), new MigrationListener() {
		});
	}

	private String changelog() {
		return this.folder.resolve("shop.yaml").toUri().toString();
	}

	MigrationReport migrate(List<String> schemas) {
		return this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(schemas.toArray(String[]::new)));
	}

	void drop(String schema) throws SQLException {
		try (Connection connection = this.database.connection()) {
			for (String sql : this.database.dialect().dropSchema(connection, schema, true)) {
				execute(sql);
			}
		}
	}

	void write(String changelog) throws Exception {
		Files.writeString(this.folder.resolve("shop.yaml"), changelog);
	}

	List<String> history(String schema) throws SQLException {
		return strings(
				"select concat(id, ' ', orderexecuted) from %s order by orderexecuted".formatted(historyTable(schema)));
	}

	/** A process with Liquibase that has died. */
	void lock(String schema) throws SQLException {
		String table = tableOfLiquibase(schema, "DATABASECHANGELOGLOCK");
		execute("create table %s (ID integer primary key, LOCKED boolean not null, LOCKGRANTED timestamp null, LOCKEDBY varchar(255))"
			.formatted(table));
		execute("insert into %s values (1, true, timestamp '2020-01-01 00:00:00', 'dead')".formatted(table));
	}

	String historyTable(String schema) {
		return tableOfLiquibase(schema, "DATABASECHANGELOG");
	}

	private String tableOfLiquibase(String schema, String name) {
		return table(schema, this.database.dialect().schemasAreCatalogs() ? name : name.toLowerCase(Locale.ROOT));
	}

	String table(String schema, String name) {
		return this.database.dialect().quoteSchema(schema) + "." + this.database.dialect().quote(name);
	}

	List<String> strings(String sql) throws SQLException {
		return this.database.jdbcClient().sql(sql).query(String.class).list();
	}

	void execute(String sql) throws SQLException {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
