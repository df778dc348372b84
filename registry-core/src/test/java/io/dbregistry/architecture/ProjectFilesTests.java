package io.dbregistry.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the project's own files say of each other. */
class ProjectFilesTests {

	private static final Path ROOT = Path.of("..");

	private static final String TEST_COMMAND = "./mvnw verify";

	@Test
	void peopleAndContinuousIntegrationRunTheSameTests() throws IOException {
		List<Path> pages = Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve).filter(Files::exists).toList();
		assertThat(pages).isNotEmpty().allSatisfy((page) -> assertThat(commands(page)).contains(TEST_COMMAND));
		assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains(" " + TEST_COMMAND + "\n");
	}

	private static List<String> commands(Path page) throws IOException {
		return Pattern.compile("(?s)```\\w*\\n(.*?)```")
			.matcher(Files.readString(page))
			.results()
			.flatMap((block) -> block.group(1).lines())
			.map((line) -> line.replaceFirst("\\s+#.*", "").strip())
			.toList();
	}

	@Test
	void theOrderOfPackagesFollowsFromTheirTable() throws IOException {
		PackageTable table = PackageTable.read(ROOT.resolve("docs/packages.md"));
		String line = commands(ROOT.resolve("CONTRIBUTING.md")).stream()
			.filter((command) -> command.contains(" > "))
			.findFirst()
			.orElseThrow();
		List<String> order = Arrays.stream(line.split(" > ")).map((name) -> table.root() + "." + name).toList();
		assertThat(table.rows().keySet()).contains(order.toArray(new String[0])).hasSize(order.size() + 1);
		assertThat(order).allSatisfy((name) -> assertThat(order.subList(order.indexOf(name) + 1, order.size()))
			.containsAll(table.rows().get(name).imports()));
	}

}
