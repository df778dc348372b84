package io.dbregistry.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final Path MAIN = Path.of("src/main/java");

	private static final PackageTable TABLE = PackageTable.read(Path.of("../docs/packages.md"));

	private static final JavaClasses CLASSES = ArchitectureRules.classesIn("target/classes");

	@TestFactory
	Stream<DynamicTest> packagesImportWhatTheirTableAllows() {
		return LayerRules.of(TABLE)
			.stream()
			.map((rule) -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
	}

	@TestFactory
	Stream<DynamicTest> packageCommentsSayWhatTheTableAllows() {
		return TABLE.rows()
			.values()
			.stream()
			.filter((row) -> !row.imports().isEmpty() && !row.importedByNobody())
			.filter((row) -> Files.exists(packageInfo(row)))
			.map((row) -> DynamicTest.dynamicTest(row.name(),
					() -> assertThat(importsInComment(row)).isEqualTo(row.imports())));
	}

	private static Set<String> importsInComment(PackageTable.Row row) throws IOException {
		String comment = Files.readString(packageInfo(row)).replaceAll("\\s*\\*\\s*", " ");
		int sentence = comment.indexOf("May import ");
		assertThat(sentence).as("package comment with 'May import'").isNotNegative();
		return Pattern.compile("\\{@code (\\w+)}")
			.matcher(comment.substring(sentence))
			.results()
			.map((name) -> TABLE.root() + "." + name.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Path packageInfo(PackageTable.Row row) {
		return MAIN.resolve(row.name().replace('.', '/')).resolve("package-info.java");
	}

	@Test
	void packagesHaveNoCycles() {
		ArchitectureRules.noCycles(TABLE.root()).check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		ArchitectureRules.everyPackageIsNullMarked().check(CLASSES);
	}

	@Test
	void atMost55PercentOfTheTypesArePublic() {
		assertThat(ArchitectureRules.publicShare(CLASSES)).isLessThanOrEqualTo(55);
	}

	@Test
	void filesAndMethodsAreShort() {
		assertThat(SourceSizes.tooLong(MAIN)).isEmpty();
	}

	@Test
	void contractsAreRunByClassesNamedAfterAProduct() {
		ArchitectureRules.contractsAreRunByClassesNamedAfterAProduct()
			.check(ArchitectureRules.classesIn("target/test-classes").that(resideOutsideOfPackage("..planted..")));
	}

}
