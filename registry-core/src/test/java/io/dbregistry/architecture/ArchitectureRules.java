package io.dbregistry.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** The rules that hold in every module. */
public final class ArchitectureRules {

	private static final Set<String> PRODUCTS = Set.of("H2", "Sqlite", "PostgreSql", "MariaDb");

	private ArchitectureRules() {
	}

	/**
	 * Imports what was compiled into a folder.
	 * @param folder the folder, such as {@code target/classes}
	 * @return its classes
	 */
	public static JavaClasses classesIn(String folder) {
		return new ClassFileImporter().importPath(folder);
	}

	/**
	 * No package depends on itself by way of others.
	 * @param root the package above all packages of the module
	 * @return the rule
	 */
	public static ArchRule noCycles(String root) {
		DescribedPredicate<JavaClass> belowRoot = JavaClass.Predicates.resideInAPackage(root + "..");
		return SlicesRuleDefinition.slices()
			.matching("(**)")
			.should()
			.beFreeOfCycles()
			.ignoreDependency(DescribedPredicate.alwaysTrue(), DescribedPredicate.not(belowRoot))
			.as("No cycles among the packages of " + root)
			.allowEmptyShould(true);
	}

	/**
	 * Every package says that nothing is null unless it says so.
	 * @return the rule
	 */
	public static ArchRule everyPackageIsNullMarked() {
		ArchCondition<JavaClass> condition = new ArchCondition<>("be in a package with @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean satisfied = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, satisfied, type.getPackageName() + " of " + type.getName()));
			}
		};
		return classes().should(condition)
			.as("Every package has a package-info.java with @NullMarked")
			.allowEmptyShould(true);
	}

	/**
	 * The test classes that run a contract begin with the name of their product, by which
	 * a build picks those of some products.
	 * @return the rule, for test classes
	 */
	public static ArchRule contractsAreRunByClassesNamedAfterAProduct() {
		ArchCondition<JavaClass> condition = new ArchCondition<>("begin with one of " + new TreeSet<>(PRODUCTS)) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean satisfied = PRODUCTS.stream().anyMatch(type.getSimpleName()::startsWith);
				events.add(new SimpleConditionEvent(type, satisfied, type.getName()));
			}
		};
		return classes().that(areAssignableToAContract())
			.and()
			.doNotHaveModifier(JavaModifier.ABSTRACT)
			.should(condition)
			.allowEmptyShould(true);
	}

	private static DescribedPredicate<JavaClass> areAssignableToAContract() {
		return DescribedPredicate.describe("run a contract",
				(type) -> type.getAllRawSuperclasses()
					.stream()
					.anyMatch((parent) -> parent.getSimpleName().endsWith("ContractTests")));
	}

	/**
	 * How many of the top-level types are public.
	 * @param classes the classes of a module
	 * @return the share in percent, 0 when there are none
	 */
	public static double publicShare(JavaClasses classes) {
		Set<JavaClass> types = topLevel(classes).collect(Collectors.toSet());
		long open = types.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
		return types.isEmpty() ? 0 : 100.0 * open / types.size();
	}

	/**
	 * The names of the packages that have types.
	 * @param classes the classes of a module
	 * @return the names
	 */
	public static Set<String> packageNames(JavaClasses classes) {
		return topLevel(classes).map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The packages that two modules both have types in.
	 * @param first the classes of one module
	 * @param second the classes of the other
	 * @return their names, which should be none
	 */
	public static Set<String> sharedPackages(JavaClasses first, JavaClasses second) {
		Set<String> names = packageNames(first);
		names.retainAll(packageNames(second));
		return names;
	}

	private static Stream<JavaClass> topLevel(JavaClasses classes) {
		return classes.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"));
	}

}
