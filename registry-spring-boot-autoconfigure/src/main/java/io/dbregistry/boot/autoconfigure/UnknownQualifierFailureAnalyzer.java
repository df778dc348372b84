package io.dbregistry.boot.autoconfigure;

import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.boot.startup.ExtraNames;
import io.dbregistry.database.Databases;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionManager;

/**
 * Explains a qualifier that names no extra database. Spring Boot's own analyzer asks for
 * the beans that would fit, which a context that has failed can no longer make; so this
 * one comes first.
 */
@Order(0)
final class UnknownQualifierFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final Set<String> known;

	UnknownQualifierFailureAnalyzer(Environment environment) {
		this.known = ExtraNames.in(environment);
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		InjectionPoint place = place(cause, rootFailure);
		Qualifier qualifier = (place != null) ? place.getAnnotation(Qualifier.class) : null;
		Class<?> type = cause.getBeanType();
		if (place == null || qualifier == null || type == null || !isInFamily(type)
				|| this.known.contains(qualifier.value())) {
			return null;
		}
		return new FailureAnalysis("%s asks for a %s with @Qualifier(\"%s\"), but no extra database is named '%s'%s."
			.formatted(place.getMember().getDeclaringClass().getName(), type.getSimpleName(), qualifier.value(),
					qualifier.value(), known()),
				action(qualifier.value()), cause);
	}

	/** The injection that failed, not those that wait for its bean. */
	static @Nullable InjectionPoint place(Throwable cause, Throwable rootFailure) {
		InjectionPoint place = null;
		for (Throwable one = rootFailure; one != null && one != cause; one = one.getCause()) {
			if (one instanceof UnsatisfiedDependencyException unsatisfied) {
				place = unsatisfied.getInjectionPoint();
			}
		}
		return place;
	}

	private static boolean isInFamily(Class<?> type) {
		return Stream.of(DataSource.class, JdbcOperations.class, JdbcClient.class, TransactionManager.class)
			.anyMatch((member) -> member.isAssignableFrom(type));
	}

	private String known() {
		return this.known.isEmpty() ? "" : " (known: '%s')".formatted(String.join("', '", this.known));
	}

	private static String action(String name) {
		return name.equals(Databases.PRIMARY)
				? "Remove the qualifier: the beans of the primary database are those without one."
				: "Correct the name, or add registry.extra.%s or a bean with that qualifier.".formatted(name);
	}

}
