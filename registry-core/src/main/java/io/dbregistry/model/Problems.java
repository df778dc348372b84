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
		this.problems.add(new Problem(type, member, description, action));
	}

	void add(Property property, String description, String action) {
		add(property.model(), property.name(), description, action);
	}

	void throwIfAny() {
		if (!this.problems.isEmpty()) {
			throw new ModelDefinitionException(this.problems);
		}
	}

}
