package io.dbregistry.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.dbregistry.Registry;
import io.dbregistry.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses CLASSES = ArchitectureRules.classesIn("target/classes");

	@Test
	void everyPackageIsNullMarked() {
		ArchitectureRules.everyPackageIsNullMarked().check(CLASSES);
	}

	@Test
	void noPackageIsInTwoJars() {
		JavaClasses core = new ClassFileImporter()
			.importUrl(Registry.class.getProtectionDomain().getCodeSource().getLocation());

		assertThat(ArchitectureRules.sharedPackages(core, CLASSES)).isEmpty();
	}

}
