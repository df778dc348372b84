package io.dbregistry.boot.autoconfigure;

import java.util.Optional;

import io.dbregistry.model.Model;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/**
 * Explains that there is no repository of a class that was not found as a model. Comes
 * before Spring Boot's own, which asks for a bean.
 */
@Order(0)
final class MissingRepositoryFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final @Nullable ScannedModels models;

	MissingRepositoryFailureAnalyzer(@Nullable BeanFactory beanFactory) {
		this.models = (beanFactory instanceof ConfigurableListableBeanFactory definitions)
				? ScannedModels.findDefined(definitions).orElse(null) : null;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = modelOf(cause);
		ScannedModels models = this.models;
		if (type == null || models == null || models.names().contains(type.getName())) {
			return null;
		}
		String place = Optional.ofNullable(UnknownQualifierFailureAnalyzer.place(cause, rootFailure))
			.map((point) -> point.getMember().getDeclaringClass().getName())
			.orElse("The application");
		return new FailureAnalysis(
				"%s asks for a ModelRepository<%s>, but %s was not found as a model: it %s. Looked for in %s, models found: %d."
					.formatted(place, type.getSimpleName(), type.getName(), marks(type), packages(models),
							models.names().size()),
				action(type, models), cause);
	}

	/** The class whose repository is missing. */
	private static @Nullable Class<?> modelOf(NoSuchBeanDefinitionException cause) {
		ResolvableType type = cause.getResolvableType();
		if (type == null || type.resolve() != ModelRepository.class
				|| cause instanceof NoUniqueBeanDefinitionException) {
			return null;
		}
		Class<?> model = type.getGeneric(0).resolve();
		return (model != Row.class) ? model : null;
	}

	private static boolean isMarked(Class<?> type) {
		return type.isAnnotationPresent(Model.class);
	}

	private static String marks(Class<?> type) {
		return isMarked(type) ? "carries @Model" : "does not carry @Model";
	}

	private static String packages(ScannedModels models) {
		return models.packages().isEmpty() ? "no package"
				: "'%s' and below".formatted(String.join("', '", models.packages()));
	}

	private static String action(Class<?> type, ScannedModels models) {
		String naming = "name its package '%s' in registry.models.packages, together with all others that have models"
			.formatted(type.getPackageName());
		boolean inside = models.packages()
			.stream()
			.anyMatch((name) -> (type.getPackageName() + ".").startsWith(name + "."));
		String first;
		if (isMarked(type)) {
			first = inside ? "Classes that are abstract, or left out by a condition such as @Profile, are not found."
					: "Move the class to a package that is looked through, or %s.".formatted(naming);
		}
		else if (type.isAnnotationPresent(Entity.class)) {
			first = "Mark the class with @Model, or %s: entities there are models too.".formatted(naming);
		}
		else {
			first = "Mark the class with @Model%s.".formatted(inside ? "" : ", and " + naming);
		}
		return "%s A model that a RegistryCustomizer names has no such bean: inject the Registry and call repository(%s.class)."
			.formatted(first, type.getSimpleName());
	}

}
