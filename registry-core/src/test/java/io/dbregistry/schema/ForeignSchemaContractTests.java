package io.dbregistry.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.database.Databases;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A schema of others, the tables of the workflow engine Camunda 7 as its own scripts make
 * them, is read, made again elsewhere from what was read, and read again.
 */
abstract class ForeignSchemaContractTests extends SchemaTestBase {

	private static final List<String> SCRIPTS = List.of("engine", "history", "identity", "case.engine", "case.history",
			"decision.engine", "decision.history");

	private final String product;

	ForeignSchemaContractTests(TestServer server, String product) {
		super(server);
		this.product = product;
	}

	@Test
	void isTheSameWhenItIsMadeAgainFromWhatWasRead() {
		SCRIPTS.forEach(this::run);
		Reflection reflection = Reflection.of(Databases.of(Map.of("primary", this.database)), models());
		Metadata original = reflection.read("primary");
		assertThat(original.tables()).hasSize(49);
		assertThat(original.tables().stream().mapToInt((table) -> table.columns().size()).sum()).isGreaterThan(600);
		assertThat(original.tables().stream().mapToInt((table) -> table.foreignKeys().size()).sum()).isGreaterThan(40);
		assertThat(original.tables().stream().mapToInt((table) -> table.indexes().size()).sum()).isGreaterThan(150);
		assertThat(original.notes()).extracting((note) -> note.subject().name() + " " + note.text())
			.containsExactlyElementsOf(notes());

		String schema = this.testDatabase.schemaName("again");
		List<Table> moved = original.tables().stream().map((table) -> moved(table, schema)).toList();
		new DdlRun(this.database, moved, List.of()).create();
		Metadata again = reflection.read("primary", schema);
		assertThat(Metadata.diff(Metadata.of("primary", moved), again)).isEmpty();
		assertThat(again.tables()).containsExactlyElementsOf(moved);
	}

	/** What is not read of these tables. */
	List<String> notes() {
		return List.of();
	}

	private static Table moved(Table table, @Nullable String schema) {
		List<ForeignKey> keys = table.foreignKeys()
			.stream()
			.map((key) -> new ForeignKey(key.name(), key.columns(), moved(key.target(), schema), key.targetColumns(),
					key.onDelete(), key.onUpdate()))
			.toList();
		return new Table(moved(table.name(), schema), table.columns(), table.primaryKey(), table.uniques(),
				table.indexes(), keys, table.checks(), table.comment());
	}

	private static QualifiedName moved(QualifiedName name, @Nullable String schema) {
		return new QualifiedName(schema, name.name());
	}

	private void run(String part) {
		String path = "/org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(this.product, part);
		try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream(path), path)) {
			String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
			for (String statement : sql.split(";")) {
				if (!statement.isBlank()) {
					execute(statement);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
