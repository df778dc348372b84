package io.dbregistry.schema;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Change;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every product owes the sources of its tables: they compile, and the models differ
 * in nothing from the tables that they were made of.
 */
abstract class SourcesContractTests extends SchemaTestBase {

	static final String PACKAGE = "com.example.legacy";

	@TempDir
	Path folder;

	SourcesContractTests(TestServer server) {
		super(server);
	}

	private Reflection reflection(Class<?>... types) {
		return Reflection.of(Databases.of(Map.of("primary", this.database)), models(types));
	}

	Sources sources() {
		return reflection().sources("primary", null, PACKAGE);
	}

	List<Change> changes(Sources sources) throws Exception {
		return reflection(CompiledSources.load(sources, this.folder)).compare("primary");
	}

	static String text(Sources sources, String type) {
		return sources.files().get("com/example/legacy/" + type + ".java");
	}

	@Test
	void giveModelsThatDifferInNothing() throws Exception {
		schemas(ReflectedModels.ALL.toArray(Class<?>[]::new)).createAll();
		Sources sources = sources();
		assertThat(CompiledSources.names(sources)).hasSameSizeAs(ReflectedModels.ALL);
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

	@Test
	void giveArrays() throws Exception {
		if (!this.database.dialect().hasArrays()) {
			return; // the others have none
		}
		schemas(ReflectedModels.WITH_ARRAYS.toArray(Class<?>[]::new)).createAll();
		Sources sources = sources();
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
		assertThat(sources.notes()).isEmpty();
	}

	@Test
	void areFixedToTheSchemaThatIsAskedFor() throws Exception {
		if (!this.database.dialect().hasSchemas()) {
			return; // a database without schemas has no other one
		}
		String schema = this.testDatabase.schemaName("Shop\"_");
		var other = database(schema);
		try (var lease = other.acquire("test")) {
			Schemas.of(Databases.of(Map.of("primary", other)), models(ReflectedModels.Author.class)).createAll();
		}
		Sources sources = reflection().sources("primary", schema, PACKAGE);
		assertThat(text(sources, "Author")).contains("@Model(schema = \"");
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

	@Test
	void sayWhatTheTablesAre() {
		schemas(ReflectedModels.Author.class, ReflectedModels.Book.class, ReflectedModels.Stock.class,
				ReflectedModels.Further.class, ReflectedModels.Line.class)
			.createAll();
		Sources sources = sources();
		assertThat(text(sources, "Author")).contains("package com.example.legacy;", "public record Author(",
				"@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id", "version) {",
				"@ManyToOne Ref<Author> teacher");
		assertThat(text(sources, "Book")).contains("@ManyToOne @JoinColumn(nullable = false) Ref<Author> author",
				"title, price desc", "name = \"ck_state\"");
		if (this.server != TestServer.SQLITE) { // has no remarks
			assertThat(text(sources, "Book")).contains("comment = \"it's for sale\"");
		}
		assertThat(text(sources, "Line")).contains("@IdClass(Line.Key.class)", "public record Key(",
				"@ManyToOne @JoinColumn(insertable = false, updatable = false) Ref<Further> further");
	}

	@Test
	void nameWhatHasNoModel() throws Exception {
		execute(sql("create table %s (id int)", "free"));
		execute(sql("create table %s (price real primary key)", "priced"));
		execute(sql("create view %s as select id from %s", "seen", "free"));
		Sources sources = sources();
		assertThat(sources.files()).containsOnlyKeys("com/example/legacy/package-info.java");
		assertThat(text(sources, "package-info")).contains("free' has no primary key; it has no model",
				"in its primary key; it has no model", "seen' is a view");
		assertThat(sources.notes()).hasSize(3);
		assertThat(changes(sources)).isEmpty();
	}

	@Test
	void referOnlyToModels() throws Exception {
		execute(sql("create table %s (id int, code int not null, unique (code))", "free"));
		execute(sql("create table %s (id int primary key, code int, constraint fk_code foreign key (code) "
				+ "references %s (code))", "user", "free"));
		Sources sources = sources();
		assertThat(text(sources, "User")).contains("// has foreign key 'fk_code'", " code) {");
		CompiledSources.load(sources, this.folder);
	}

	@Test
	void sayWhatAReferenceDoesNot() throws Exception {
		execute(sql("create table %s (id int primary key)", "parent"));
		execute(sql("create table %s (id int primary key, parent_id int, other bigint, constraint fk_cascade "
				+ "foreign key (parent_id) references %s (id) on delete cascade)", "child", "parent"));
		Sources sources = sources();
		assertThat(text(sources, "Child")).contains(
				"on delete CASCADE; a reference is declared without what the database does", "Ref<Parent> parent");
		CompiledSources.load(sources, this.folder);
	}

	@Test
	void keepDefaults() throws Exception {
		execute(sql("create table %s (id bigint, name varchar(20) default 'it''s' not null, amount decimal(9, 2) "
				+ "default 7.50, constraint pk_defaults primary key (id))", "defaults"));
		Sources sources = sources();
		assertThat(text(sources, "Defaults")).contains("default 'it''s'");
		assertThat(sources.notes()).isEmpty();
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

	@Test
	void takeKeysFromSequences() throws Exception {
		if (!this.database.dialect().hasSequences()) {
			return; // there are none
		}
		execute("create sequence %s start with 5 increment by 10".formatted("numbered_seq"));
		execute(sql("create table %s (id bigint, constraint pk_numbered primary key (id))", "numbered"));
		Sources sources = sources();
		assertThat(text(sources, "Numbered")).contains("GenerationType.SEQUENCE", "sequenceName = \"numbered_seq\"",
				"initialValue = 5", "allocationSize = 10");
		assertThat(changes(sources)).extracting(Change::describe).isEmpty();
	}

	@Test
	void takeNamesOfAnyKind() throws Exception {
		for (String name : List.of("table", "class", "2nd", "a_b", "a b", "object", "key", "string", "---")) {
			execute(sql("create table %s (%s int primary key, %s int, %s int, %s int, %s int, %s int)", name, "class",
					"hash_code", "a_b", "a-b", "1st", "record"));
		}
		Sources sources = sources();
		assertThat(CompiledSources.names(sources)).hasSize(9);
		assertThat(text(sources, "TableModel")).contains(" classValue,", " hashCodeValue,", " aB,", "name = \"a-b\"",
				" aB_2,", " column1st,", " record) {");
		assertThat(reflection(CompiledSources.load(sources, this.folder)).compare("primary"))
			.allSatisfy((change) -> assertThat(change.getClass().getSimpleName()).isEqualTo("PrimaryKeyChanged"));
	}

	@Test
	void areTheSameAtEachCall() {
		schemas(ReflectedModels.ALL.toArray(Class<?>[]::new)).createAll();
		assertThat(sources()).isEqualTo(sources());
		assertThat(List.copyOf(sources().files().keySet())).isEqualTo(List.copyOf(sources().files().keySet()));
	}

	@Test
	void overwriteNothing() throws IOException {
		schemas(ReflectedModels.Author.class, ReflectedModels.Further.class).createAll();
		Sources sources = sources();
		Path file = this.folder.resolve("com/example/legacy/Further.java");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "mine");
		assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> sources.write(this.folder))
			.withMessageContaining("Further.java");
		assertThat(file).hasContent("mine");
		assertThat(file.resolveSibling("Author.java")).doesNotExist();
	}

	@Test
	void needASchemaThatIsThere() {
		if (!this.database.dialect().hasSchemas()) {
			return; // where there is none, none can be asked for
		}
		String schema = this.testDatabase.schemaName("nosuch");
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> reflection().sources("primary", schema, PACKAGE))
			.withMessageStartingWith("Database 'primary' has no schema '%s' (", schema)
			.withMessageEndingWith("; correct the name");
		assertThat(reflection().read("primary", schema).tables()).isEmpty();
		String empty = this.testDatabase.schemaName("empty");
		Schemas.of(Databases.of(Map.of("primary", this.database)), models()).create(empty);
		assertThat(reflection().sources("primary", empty, PACKAGE).files()).isEmpty();
	}

	@Test
	void needAKnownDatabaseAndAPossiblePackage() {
		assertThatExceptionOfType(NoSuchDatabaseException.class)
			.isThrownBy(() -> reflection().sources("analytcs", null, PACKAGE));
		for (String name : List.of("", "com.", "com.class", "a;b", "a.b\n")) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> reflection().sources("primary", null, name))
				.withMessageContaining("'" + name + "' is no name of a package");
		}
	}

}
