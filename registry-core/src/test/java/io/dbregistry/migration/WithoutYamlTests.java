package io.dbregistry.migration;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.dbregistry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is possible without SnakeYAML, which is optional. */
class WithoutYamlTests {

	@Test
	void namesTheDependency(@TempDir Path directory) throws Exception {
		Path output = directory.resolve("output");
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).getFileName().toString().startsWith("snakeyaml"))
			.collect(Collectors.joining(File.pathSeparator));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classPath, WithoutYamlTests.class.getName())
			.redirectOutput(output.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).isZero();
		assertThat(Files.readString(output)).contains("built")
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
