package io.dbregistry.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceGeneratorTests extends SchemaTestBase {

	private static final Column ID = new Column("id", ColumnType.of(Kind.BIGINT), false, true, null, null);

	@TempDir
	Path folder;

	SourceGeneratorTests() {
		super(TestServer.H2);
	}

	static Stream<String> texts() {
		return Stream.of("*/ } class Evil { } /*", "\\u000a class Evil { } //", "\\\\u000a class Evil { } //",
				"\\\\\\u000aclass Evil { } //", "\\u002a\\u002f class Evil { } /*", "\"); class Evil { } //",
				"\\\"); class Evil { } //", "\\u0022) class Evil { } //", "a\nclass Evil { } //",
				"a\rclass Evil { } //", "\u2028class Evil { }", "\u202eclass Evil { }", "\ud800", "\0", "%s %n",
				"ends with \\", "\\", "\"", "\ud83d\ude00", "\u001a");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void keepsAnyTextInsideOfLiteralsAndComments(String text) throws Exception {
		Column named = new Column(text, ColumnType.varchar(20), true, false, "'" + text + "'", text);
		Column exotic = Column.of("e" + text, ColumnType.verbatim(text), true);
		Column parent = Column.of("p" + text, ColumnType.of(Kind.BIGINT), true);
		QualifiedName name = new QualifiedName(text, text);
		Table table = new Table(name, List.of(ID, named, exotic, parent), new PrimaryKey(text, List.of("id")),
				List.of(new UniqueConstraint("u" + text, List.of(text))),
				List.of(new Index("i" + text, true, List.of(new Index.Part(text, true)))),
				List.of(new ForeignKey("f" + text, List.of("p" + text), name, List.of("id"), Action.CASCADE)),
				List.of(new Check("c" + text, text)), text);
		List<Note> notes = List.of(new Note(name, text), new Note(new QualifiedName(text, "v" + text), text));
		Sources sources = sources(text, text, Metadata.of(text, List.of(table), List.of(), notes));
		Class<?>[] types = CompiledSources.load(sources, this.folder);
		assertThat(classFiles()).hasSize(1);
		assertThat(types[0].getAnnotation(Model.class).schema()).isEqualTo(text);
		assertThat(types[0].getAnnotation(Model.class).database()).isEqualTo(text);
		assertThat(types[0].getAnnotation(jakarta.persistence.Table.class).name()).isEqualTo(text);
		assertThat(types[0].getAnnotation(jakarta.persistence.Table.class).comment()).isEqualTo(text);
		assertThat(types[0].getAnnotation(jakarta.persistence.Table.class).check()[0].constraint()).isEqualTo(text);
		assertThat(sources.notes()).extracting(Note::text).contains(text);
	}

	@Test
	void leavesOutTablesThatAreTooLarge() {
		List<Column> columns = new ArrayList<>(List.of(ID));
		IntStream.range(0, 300).forEach((i) -> columns.add(Column.of("c" + i, ColumnType.of(Kind.DATE), true)));
		Table table = new Table(QualifiedName.of("wide"), columns, new PrimaryKey(null, List.of("id")), List.of(),
				List.of(), List.of(), List.of(), null);
		Sources sources = sources(null, null, Metadata.of("primary", List.of(table)));
		assertThat(sources.notes()).extracting(Note::toString)
			.containsExactly("'wide' has 301 columns, more than a record can have; it has no model");
	}

	@Test
	void leavesOutTextsThatAreTooLong() throws Exception {
		String text = "x".repeat(70_000);
		Table table = new Table(QualifiedName.of("long"), List.of(ID), new PrimaryKey(null, List.of("id")), List.of(),
				List.of(), List.of(), List.of(new Check("ck", text)), text);
		Sources sources = sources(null, null, Metadata.of("primary", List.of(table)));
		assertThat(CompiledSources.load(sources, this.folder)).hasSize(1);
		assertThat(sources.notes()).extracting(Note::text)
			.containsExactly("has a remark that is too long for a source",
					"has check 'ck', which is too long for a source");
	}

	private Sources sources(@Nullable String extra, @Nullable String schema, Metadata metadata) {
		Dialect dialect = this.database.dialect();
		return new SourceGenerator(metadata, dialect).sources(extra, schema, "com.example.legacy");
	}

	private List<Path> classFiles() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve("classes"))) {
			return files.filter((file) -> file.toString().endsWith(".class")).toList();
		}
	}

}
