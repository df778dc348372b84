package io.dbregistry.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.error.NearNames;
import io.dbregistry.metadata.Column;
import io.dbregistry.model.ReferenceSpec.JoinSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the columns of references: those of the key they refer to.
 */
final class ReferenceBinder {

	private final Binding binding;

	private final Problems problems;

	ReferenceBinder(Binding binding) {
		this.binding = binding;
		this.problems = binding.problems();
	}

	/**
	 * The columns of a reference, in the order of the target's key.
	 * @return the columns, or {@code null} after a problem was reported
	 */
	@Nullable List<Column> columns(AttributeDefinition reference) {
		ModelDefinition target = this.binding.findTarget(reference);
		if (!isPossible(reference, target) || target == null) {
			return null;
		}
		List<Column> keys = new KeyColumns(this.binding).of(target);
		if (keys == null) {
			if (KeyColumns.leadsBack(reference, this.binding)) {
				this.problems.add(reference,
						"the keys of '%s' and '%s' consist of each other".formatted(reference.model(), target),
						"give one of them a key of its own");
			}
			return null;
		}
		Map<String, ColumnSpec> specs = specs(reference, target, keys);
		if (specs == null) {
			return null;
		}
		ColumnBinder binder = new ColumnBinder(this.problems);
		List<Column> columns = new ArrayList<>();
		for (Column key : keys) {
			ColumnSpec spec = Objects.requireNonNull(specs.get(key.name()));
			Column column = binder.bind(reference, spec, this.binding.columnName(reference, spec, key.name()),
					key.type(), false);
			if (column == null) {
				return null;
			}
			columns.add(column);
		}
		return columns;
	}

	/**
	 * What is said of each column, by the column of the key that it refers to.
	 * @return the specs, or {@code null} after a problem was reported
	 */
	private @Nullable Map<String, ColumnSpec> specs(AttributeDefinition reference, ModelDefinition target,
			List<Column> keys) {
		List<JoinSpec> joins = reference.reference().joins();
		Map<String, ColumnSpec> specs = new LinkedHashMap<>();
		if (joins.size() < 2 && keys.size() > 1 && (joins.size() == 1 || !reference.spec().name.isEmpty())) {
			this.problems.add(reference,
					"one column is declared, and the key of '%s' has '%s'".formatted(target, names(keys)),
					"declare each with @JoinColumn(name = …, referencedColumnName = …), or none");
			return null;
		}
		if (joins.size() < 2) {
			String referenced = joins.isEmpty() ? "" : joins.get(0).referenced();
			if (!referenced.isEmpty() && !referenced.equals(keys.get(0).name())) {
				this.problems.add(reference, "@JoinColumn(referencedColumnName = \"%s\") is not the key of '%s'"
					.formatted(referenced, target), "use '%s'".formatted(names(keys)));
				return null;
			}
			keys.forEach((key) -> specs.put(key.name(), reference.spec()));
			return specs;
		}
		joins.forEach((join) -> specs.put(join.referenced(), join.column()));
		List<String> names = keys.stream().map(Column::name).toList();
		if (joins.size() != keys.size() || !specs.keySet().equals(java.util.Set.copyOf(names))) {
			this.problems.add(reference, "its @JoinColumns refer to '%s', and the key of '%s' is '%s'"
				.formatted(String.join("', '", joins.stream().map(JoinSpec::referenced).toList()), target, names(keys)),
					"refer to each of these once with @JoinColumn(referencedColumnName = …)");
			return null;
		}
		return specs;
	}

	private static String names(List<Column> columns) {
		return String.join("', '", columns.stream().map(Column::name).toList());
	}

	private boolean isPossible(AttributeDefinition reference, @Nullable ModelDefinition target) {
		ModelDefinition model = reference.model();
		if (target == null && this.binding.canWaitFor(reference)) {
			return false;
		}
		if (target == null) {
			this.problems.add(reference,
					"'%s' is not among the models (%s)".formatted(reference.typeName(),
							NearNames.describe(reference.reference().target(), this.binding.names())),
					"add its class to the registry's models");
		}
		else if (!target.home().equals(model.home())) {
			this.problems.add(reference,
					"model '%s' lives in database '%s', this one in '%s'; no constraint or join can cross them"
						.formatted(target, target.home(), model.home()),
					"keep its key in an attribute without @ManyToOne");
		}
		else if (model.kind().isManaged() && model.kind() != ModelKind.TENANT && target.kind() == ModelKind.TENANT
				&& reference.reference().constrained()) {
			this.problems.add(reference,
					"each tenant has a table of model '%s', and no constraint can lead to all of them"
						.formatted(target),
					"mark this model with @Model(tenant = true) too, let the tenants' model refer to this one, or leave the "
							+ "constraint out: @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))");
		}
		else {
			return true;
		}
		return false;
	}

}
