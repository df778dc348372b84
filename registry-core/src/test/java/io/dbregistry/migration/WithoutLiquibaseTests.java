package io.dbregistry.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.testsupport.OtherJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is possible without Liquibase, and what is done without loading it. */
class WithoutLiquibaseTests {

	@Test
	void namesTheDependency(@TempDir Path directory) throws Exception {
		assertThat(OtherJvm.runWithout("liquibase-core", WithoutLiquibaseTests.class, directory.resolve("output")))
			.contains("it is not on the class path; add the dependency 'org.liquibase:liquibase-core'");
	}

	@Test
	void nothingToDoLoadsNoClassOfLiquibase(@TempDir Path directory) throws Exception {
		assertThat(loaded(directory)).contains("applied [db/changelog/db.changelog-master.yaml::a::shop]")
			.containsPattern("(?m)^\\[[^\n]*\\] liquibase\\.");
		assertThat(loaded(directory)).contains("applied []").doesNotContainPattern("(?m)^\\[[^\n]*\\] liquibase\\.");
	}

	private static String loaded(Path directory) throws Exception {
		Path output = directory.resolve("output");
		assertThat(OtherJvm
			.start(List.of("-Xlog:class+load:stdout"), WithoutLiquibaseTests.class, output, directory.toString())
			.waitFor()).isZero();
		return Files.readString(output);
	}

	/** Migrates a database in files of a folder, or one in memory. */
	public static void main(String[] arguments) throws Exception {
		Path folder = (arguments.length > 0) ? Path.of(arguments[0]) : Files.createTempDirectory("registry");
		ChangelogFolder files = new ChangelogFolder(folder).master(ChangelogFolder.table("a"));
		Registry registry = Registry.builder()
			.database("jdbc:h2:" + folder.resolve("data"), (settings) -> settings.username("sa"))
			.build();
		try {
			System.out.println("applied " + ChangelogMigration.of("primary", null, files.settings().build())
				.apply(registry.databases().primary().dataSource()));
		}
		catch (MissingLiquibaseException ex) {
			System.out.println(ex.getMessage());
		}
		finally {
			registry.databases().primary().forceClose();
		}
	}

}
