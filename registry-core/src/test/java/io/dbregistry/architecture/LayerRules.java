package io.dbregistry.architecture;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The rules that follow from a {@link PackageTable}. */
final class LayerRules {

	private static final String SOURCE = " (docs/packages.md)";

	private final PackageTable table;

	private LayerRules(PackageTable table) {
		this.table = table;
	}

	static List<ArchRule> of(PackageTable table) {
		return new LayerRules(table).rules();
	}

	private List<ArchRule> rules() {
		List<ArchRule> rules = new ArrayList<>();
		rules.add(everyPackageHasARow());
		for (PackageTable.Row row : this.table.rows().values()) {
			rules.add(importsOnly(row));
			if (row.importedByNobody()) {
				rules.add(importedByNobody(row));
			}
			row.soleImporterOf().forEach((foreign) -> rules.add(onlyImporter(row, foreign)));
			row.neverImports().forEach((foreign) -> rules.add(neverImports(row, foreign)));
		}
		return rules.stream().map((rule) -> rule.allowEmptyShould(true)).toList();
	}

	private ArchRule everyPackageHasARow() {
		return classes().should()
			.resideInAnyPackage(this.table.rows().keySet().toArray(new String[0]))
			.as("Every package has a row in the table" + SOURCE);
	}

	private ArchRule importsOnly(PackageTable.Row row) {
		List<String> allowed = new ArrayList<>(row.imports());
		allowed.add(row.name());
		DescribedPredicate<JavaClass> others = resideOutsideOfPackage(this.table.root() + "..");
		return classes().that()
			.resideInAPackage(row.name())
			.should()
			.onlyDependOnClassesThat(others.or(resideInAnyPackage(allowed.toArray(new String[0]))))
			.as(row.name() + " may import only " + row.imports() + SOURCE);
	}

	private ArchRule importedByNobody(PackageTable.Row row) {
		return noClasses().that(resideOutsideOfPackage(row.name()))
			.should()
			.dependOnClassesThat(resideInAPackage(row.name()))
			.as(row.name() + " is imported by nobody" + SOURCE);
	}

	private ArchRule onlyImporter(PackageTable.Row row, String foreign) {
		return noClasses().that(resideOutsideOfPackage(row.name()))
			.should()
			.dependOnClassesThat(resideInAPackage(foreign + ".."))
			.as("Only " + row.name() + " may import " + foreign + SOURCE);
	}

	private ArchRule neverImports(PackageTable.Row row, String foreign) {
		return noClasses().that(resideInAPackage(row.name()))
			.should()
			.dependOnClassesThat(resideInAPackage(foreign + ".."))
			.as(row.name() + " never imports " + foreign + SOURCE);
	}

}
