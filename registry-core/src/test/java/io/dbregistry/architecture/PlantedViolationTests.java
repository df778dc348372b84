package io.dbregistry.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Proves that each rule can fail. */
class PlantedViolationTests {

	private static final String ROOT = "io.dbregistry.planted";

	private static final PackageTable TABLE = PackageTable.parse("""
			io.dbregistry.planted           the front door    -> all    [imported by nobody]
			io.dbregistry.planted.query     queries           -> model, error
			io.dbregistry.planted.database  pools             -> error    [only importer of com.zaxxer]
			io.dbregistry.planted.model     models            -> metadata, error
			io.dbregistry.planted.metadata  records           -> error    [never imports org.springframework, java.sql]
			io.dbregistry.planted.error     the base          -> nothing
			""");

	private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);

	@Test
	void theTableIsReadAsItIsWritten() {
		assertThat(TABLE.root()).isEqualTo(ROOT);
		assertThat(TABLE.rows().get(ROOT).imports()).hasSize(5).doesNotContain(ROOT);
		assertThat(TABLE.rows().get(ROOT + ".model").imports()).containsExactly(ROOT + ".error", ROOT + ".metadata");
		assertThat(TABLE.rows().get(ROOT + ".error").imports()).isEmpty();
	}

	@Test
	void aTableThatNamesAnUnknownPackageIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> PackageTable.parse("a.b  the root  -> c"))
			.withMessage("The row of 'a.b' imports 'c', but the table has only [a.b]");
		assertThatIllegalStateException().isThrownBy(() -> PackageTable.parse("nothing here"));
	}

	@Test
	void eachRuleOfTheTableFailsForItsViolationAlone() {
		Map<String, List<String>> failures = LayerRules.of(TABLE)
			.stream()
			.map((rule) -> rule.evaluate(CLASSES))
			.filter(EvaluationResult::hasViolation)
			.collect(
					Collectors.toMap((result) -> result.getFailureReport().toString().lines().findFirst().orElseThrow(),
							(result) -> result.getFailureReport().getDetails()));
		assertThat(failures.keySet()).map((failure) -> failure.replaceAll("^.*Rule '|' was violated.*$", ""))
			.containsExactlyInAnyOrder("Every package has a row in the table (docs/packages.md)",
					"io.dbregistry.planted is imported by nobody (docs/packages.md)",
					"io.dbregistry.planted.error may import only [] (docs/packages.md)",
					"io.dbregistry.planted.model may import only [io.dbregistry.planted.error, "
							+ "io.dbregistry.planted.metadata] (docs/packages.md)",
					"io.dbregistry.planted.metadata never imports java.sql (docs/packages.md)",
					"Only io.dbregistry.planted.database may import com.zaxxer (docs/packages.md)");
		assertThat(failures.values()).allSatisfy((details) -> assertThat(details).isNotEmpty());
	}

	@Test
	void aCycleIsFound() {
		assertThat(violations(ArchitectureRules.noCycles(ROOT))).singleElement()
			.asString()
			.contains("Cycle detected")
			.contains(ROOT + ".model")
			.contains(ROOT + ".query");
	}

	@Test
	void aPackageThatIsNotNullMarkedIsFound() {
		assertThat(violations(ArchitectureRules.everyPackageIsNullMarked()))
			.containsExactly("io.dbregistry.planted.alone of io.dbregistry.planted.alone.Undescribed");
	}

	@Test
	void aContractRunUnderANameWithoutProductIsFound() {
		assertThat(violations(ArchitectureRules.contractsAreRunByClassesNamedAfterAProduct()))
			.containsExactly("io.dbregistry.planted.query.OracleContracts$NamelessTests");
	}

	@Test
	void publicTypesAreCounted() {
		assertThat(ArchitectureRules.publicShare(CLASSES)).isBetween(85.7, 85.8); // 6 of
																					// 7
		assertThat(ArchitectureRules.packageNames(CLASSES)).hasSize(6).contains(ROOT + ".alone");
	}

	@Test
	void aPackageInTwoModulesIsFound() {
		JavaClasses models = new ClassFileImporter().importPackages(ROOT + ".model");
		assertThat(ArchitectureRules.sharedPackages(CLASSES, models)).containsExactly(ROOT + ".model");
	}

	@Test
	void longFilesAndMethodsAreFound(@TempDir Path folder) throws IOException {
		write(folder.resolve("Fits.java"), 38, 400);
		write(folder.resolve("LongFile.java"), 38, 401);
		write(folder.resolve("LongMethod.java"), 39, 100);
		assertThat(SourceSizes.tooLong(folder)).containsExactly("LongFile.java has 401 lines, more than 400",
				"LongMethod.java: work has 41 lines, more than 40");
		assertThat(SourceSizes.tooLong(folder.resolve("missing"))).isEmpty();
	}

	private static void write(Path file, int bodyLines, int fileLines) throws IOException {
		String type = file.getFileName().toString().replace(".java", "");
		String text = "class " + type + " {\n\tvoid work() {\n" + "\t\twork();\n".repeat(bodyLines) + "\t}\n}\n";
		Files.writeString(file, text + "\n".repeat(fileLines - bodyLines - 4));
	}

	private static List<String> violations(ArchRule rule) {
		return rule.evaluate(CLASSES).getFailureReport().getDetails();
	}

}
