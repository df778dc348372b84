package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.model.ModelDefinitionException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong, to report it together.
 */
final class Problems {

	private final List<Problem> problems = new ArrayList<>();

	void add(Class<?> type, @Nullable String member, String description, String action) {
		Problem problem = new Problem(type.getName(), type, member, description, action);
		if (!this.problems.contains(problem)) { // a class that is embedded twice
			this.problems.add(problem);
		}
	}

	void add(Property property, String description, String action) {
		add(property.model(), property.name(), description, action);
	}

	void add(ModelDefinition model, String description, String action) {
		this.problems.add(new Problem(model.place(), model.type(), null, description, action));
	}

	void add(AttributeDefinition attribute, String description, String action) {
		ModelDefinition model = attribute.model();
		this.problems.add(new Problem(model.place(), model.type(), attribute.path(), description, action));
	}

	void addAll(Problems others) {
		this.problems.addAll(others.problems);
	}

	void throwIfAny() {
		if (!this.problems.isEmpty()) {
			throw new ModelDefinitionException(this.problems);
		}
	}

}
