package io.dbregistry.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Adds a field to a model of the bookshop as the documentation says, in a copy of the
 * project and with a database that stays.
 */
class AddedFieldTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path EXPECTED = Path.of("src/test/resources/added-field");

	private static final String DATABASE = "--registry.database.url=jdbc:h2:./target/bookshop";

	@TempDir
	private Path project;

	@BeforeEach
	void copyTheProject() throws IOException {
		copy(SOURCES);
		copy(RESOURCES);
		compile();
	}

	@Test
	void aFieldIsAddedAsDocumented() throws Exception {
		assertThat(ends("--registry.migrations.generate=initial")).isEqualTo(expected("initial.txt"));
		assertThat(starts(DATABASE)).contains("0001_initial");
		Path model = this.project.resolve(SOURCES).resolve("io/dbregistry/sample/Tag.java");
		Files.writeString(model,
				Files.readString(model)
					.replace("import jakarta.persistence.OrderBy;\n",
							"import jakarta.persistence.OrderBy;\nimport org.jspecify.annotations.Nullable;\n")
					.replace("\tprivate String name;\n", "\tprivate String name;\n\n" + expected("Tag.java")));
		compile();
		assertThat(ends("--registry.migrations.generate=add_meaning")).isEqualTo(expected("add_meaning.txt"));
		assertThat(this.project.resolve(RESOURCES).resolve("db/changelog/0002_add_meaning.yaml"))
			.hasSameTextualContentAs(EXPECTED.resolve("0002_add_meaning.yaml"));
		assertThat(starts(DATABASE, "--registry.ddl-auto=validate")).contains("0001_initial", "0002_add_meaning");
	}

	/** What a start prints that ends by itself. */
	private String ends(String... arguments) throws InterruptedException {
		try (BookshopProcess bookshop = start(arguments)) {
			assertThat(bookshop.exitCode()).as(bookshop::output).isZero();
			return bookshop.output();
		}
	}

	/** The change sets that a bookshop has, once it answers. */
	private String starts(String... arguments) throws Exception {
		try (BookshopProcess bookshop = start(arguments)) {
			assertThat(bookshop.get("/tags/none/books")).contains("There is no Tag");
			return bookshop.get("/actuator/liquibase");
		}
	}

	private BookshopProcess start(String... arguments) {
		String classPath = Stream
			.concat(Stream.of(classes().toString(), this.project.resolve(RESOURCES).toString()), dependencies())
			.collect(Collectors.joining(System.getProperty("path.separator")));
		return BookshopProcess.start(this.project, List.of("-cp", classPath, BookshopApplication.class.getName()),
				arguments);
	}

	/**
	 * Not what only tests have: their settings of the log hide that the server has
	 * started.
	 */
	private static Stream<String> dependencies() {
		return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
			.filter((entry) -> !entry.matches(".*(sample-app.target.classes|test-classes|-tests\\.jar)/?"));
	}

	private void compile() throws IOException {
		try (Stream<Path> files = Files.walk(this.project.resolve(SOURCES))) {
			List<String> arguments = Stream.concat(
					Stream.of("-d", classes().toString(), "-parameters", "-proc:none", "-cp",
							dependencies().collect(Collectors.joining(System.getProperty("path.separator")))),
					files.map(Path::toString).filter((file) -> file.endsWith(".java")))
				.toList();
			assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
				.isZero();
		}
	}

	private Path classes() {
		return this.project.resolve("target/classes");
	}

	private void copy(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.forEach((file) -> copyOne(file, this.project.resolve(file)));
		}
	}

	private static void copyOne(Path from, Path to) {
		try {
			if (Files.isDirectory(from)) {
				Files.createDirectories(to);
			}
			else {
				Files.copy(from, to);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String expected(String file) throws IOException {
		return Files.readString(EXPECTED.resolve(file));
	}

}
