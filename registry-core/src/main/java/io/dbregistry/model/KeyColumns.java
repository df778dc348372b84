package io.dbregistry.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.metadata.Column;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the keys of models, before these are bound. Their problems are reported
 * where they are declared.
 */
final class KeyColumns {

	private final Binding binding;

	KeyColumns(Binding binding) {
		this.binding = binding.withoutProblems();
	}

	/**
	 * The columns of a key, in order.
	 * @return the columns, or {@code null} when there are none or something is wrong with
	 * them
	 */
	@Nullable List<Column> of(ModelDefinition model) {
		return isEndless(model, new LinkedHashSet<>()) ? null : of(model.key());
	}

	private @Nullable List<Column> of(List<AttributeDefinition> attributes) {
		List<Column> columns = new ArrayList<>();
		for (AttributeDefinition attribute : attributes) {
			List<Column> own = of(attribute);
			if (own == null) {
				return null;
			}
			columns.addAll(own);
		}
		return columns.isEmpty() ? null : columns;
	}

	private @Nullable List<Column> of(AttributeDefinition attribute) {
		if (attribute.findFault() != null) {
			return null;
		}
		if (attribute.kind() == Attribute.Kind.EMBEDDED) {
			return of(attribute.parts());
		}
		return attribute.isReference() ? new ReferenceBinder(this.binding).columns(attribute)
				: new BasicBinder(this.binding).columns(attribute);
	}

	/** Whether a reference in a key leads to a key that it is a part of itself. */
	static boolean leadsBack(AttributeDefinition reference, Binding binding) {
		return reference.isKey() && new KeyColumns(binding).isEndless(reference.model(), new LinkedHashSet<>());
	}

	private boolean isEndless(ModelDefinition model, Set<ModelDefinition> path) {
		if (!path.add(model)) {
			return true;
		}
		for (AttributeDefinition key : model.key()) {
			ModelDefinition target = key.isReference() ? this.binding.findTarget(key) : null;
			if (target != null && isEndless(target, path)) {
				return true;
			}
		}
		path.remove(model);
		return false;
	}

}
