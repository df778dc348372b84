package io.dbregistry.boot.architecture;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.dbregistry.Registry;
import io.dbregistry.architecture.ArchitectureRules;
import io.dbregistry.architecture.SourceSizes;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final Path IMPORTS = Path
		.of("src/main/resources/META-INF/spring/" + AutoConfiguration.class.getName() + ".imports");

	private static final JavaClasses CLASSES = ArchitectureRules.classesIn("target/classes");

	private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("io.dbregistry.planted.boot");

	@Test
	void packagesHaveNoCycles() {
		ArchitectureRules.noCycles("io.dbregistry.boot").check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		ArchitectureRules.everyPackageIsNullMarked().check(CLASSES);
	}

	@Test
	void noPackageIsInTwoJars() {
		JavaClasses core = new ClassFileImporter().importUrl(location(Registry.class));
		assertThat(ArchitectureRules.sharedPackages(core, CLASSES)).isEmpty();
		assertThat(ArchitectureRules.packageNames(CLASSES))
			.allSatisfy((name) -> assertThat(name).startsWith("io.dbregistry.boot."));
	}

	private static URL location(Class<?> type) {
		return type.getProtectionDomain().getCodeSource().getLocation();
	}

	@Test
	void atMost30PercentOfTheTypesArePublic() {
		assertThat(ArchitectureRules.publicShare(CLASSES)).isLessThanOrEqualTo(30);
	}

	@Test
	void filesAndMethodsAreShort() {
		assertThat(SourceSizes.tooLong(Path.of("src/main/java"))).isEmpty();
	}

	@Test
	void contractsAreRunByClassesNamedAfterAProduct() {
		ArchitectureRules.contractsAreRunByClassesNamedAfterAProduct()
			.check(ArchitectureRules.classesIn("target/test-classes").that(resideOutsideOfPackage("..planted..")));
	}

	@Test
	void autoConfigurationsAreListedInOrder() throws IOException {
		List<String> listed = Files.exists(IMPORTS) ? Files.readAllLines(IMPORTS) : List.of();
		assertThat(listed).containsExactlyElementsOf(CLASSES.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList());
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		AutoConfigurationRules.publicAndFinal().check(CLASSES);
		assertThat(violations(AutoConfigurationRules.publicAndFinal())).hasSize(2)
			.anySatisfy((violation) -> assertThat(violation).contains("OpenAutoConfiguration", "modifier FINAL"))
			.anySatisfy((violation) -> assertThat(violation).contains("HiddenAutoConfiguration", "modifier PUBLIC"));
	}

	@Test
	void autoConfigurationsHaveNoPublicMembers() {
		AutoConfigurationRules.withoutPublicMembers().check(CLASSES);
		assertThat(violations(AutoConfigurationRules.withoutPublicMembers())).hasSize(3)
			.anySatisfy((violation) -> assertThat(violation).contains("OpenAutoConfiguration.field"))
			.anySatisfy((violation) -> assertThat(violation).contains("OpenAutoConfiguration.<init>(java.lang.String)"))
			.anySatisfy((violation) -> assertThat(violation).contains("OpenAutoConfiguration.method()"));
	}

	@Test
	void autoConfigurationsHaveNoPublicNestedTypes() {
		AutoConfigurationRules.withoutPublicNestedTypes().check(CLASSES);
		assertThat(violations(AutoConfigurationRules.withoutPublicNestedTypes())).singleElement()
			.asString()
			.contains("OpenAutoConfiguration$OpenConfiguration");
	}

	private static List<String> violations(ArchRule rule) {
		return rule.evaluate(PLANTED).getFailureReport().getDetails();
	}

}
