package io.dbregistry.migration;

import java.nio.file.Path;

import io.dbregistry.Registry;
import io.dbregistry.testsupport.OtherJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is possible without SnakeYAML, which is optional. */
class WithoutYamlTests {

	@Test
	void namesTheDependency(@TempDir Path directory) throws Exception {
		assertThat(OtherJvm.runWithout("snakeyaml", WithoutYamlTests.class, directory.resolve("output")))
			.contains("built")
			.contains("it is not on the class path; add the dependency 'org.yaml:snakeyaml'");
	}

	/** Prints what becomes of a plan. */
	public static void main(String[] arguments) {
		Registry registry = Registry.builder().database("jdbc:h2:mem:").build();
		System.out.println("built " + registry);
		try {
			System.out.println(registry.migrations().plan("primary"));
		}
		catch (MissingYamlException ex) {
			System.out.println(ex.getMessage());
		}
	}

}
