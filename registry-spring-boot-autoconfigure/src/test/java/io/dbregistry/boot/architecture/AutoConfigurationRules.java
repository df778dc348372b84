package io.dbregistry.boot.architecture;

import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;

/** Auto-configurations are classes for Boot to find, and nothing for anybody to call. */
final class AutoConfigurationRules {

	private AutoConfigurationRules() {
	}

	static ArchRule publicAndFinal() {
		return classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.allowEmptyShould(true);
	}

	static ArchRule withoutPublicMembers() {
		return members().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.and(DescribedPredicate
				.not(DescribedPredicate.describe("have to be public", AutoConfigurationRules::isOwed)))
			.should()
			.notBePublic()
			.allowEmptyShould(true);
	}

	static ArchRule withoutPublicNestedTypes() {
		return classes().that(DescribedPredicate.describe("are nested in auto-configurations",
				(type) -> type.getEnclosingClass()
					.filter((outer) -> outer.isAnnotatedWith(AutoConfiguration.class))
					.isPresent()))
			.should()
			.notBePublic()
			.allowEmptyShould(true);
	}

	private static boolean isOwed(JavaMember member) {
		if (member instanceof JavaConstructor constructor) {
			return constructor.getParameters().isEmpty();
		}
		if (member instanceof JavaMethod method) {
			return overrides(method);
		}
		return member.getModifiers().contains(JavaModifier.STATIC)
				&& member.getModifiers().contains(JavaModifier.FINAL);
	}

	private static boolean overrides(JavaMethod method) {
		JavaClass owner = method.getOwner();
		String[] parameters = method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
		return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
			.anyMatch((parent) -> parent.tryGetMethod(method.getName(), parameters).isPresent());
	}

}
