package io.dbregistry.model;

import java.util.List;

import io.dbregistry.metadata.Column;
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
	 * The columns of a reference.
	 * @return the columns, or {@code null} after a problem was reported
	 */
	@Nullable List<Column> columns(AttributeDefinition reference) {
		ModelDefinition target = this.binding.findTarget(reference);
		if (!isPossible(reference, target) || target == null) {
			return null;
		}
		List<Column> keys = keyColumns(target);
		if (keys == null) {
			return null;
		}
		Column key = keys.get(0);
		String referenced = reference.reference().referencedColumn();
		if (!referenced.isEmpty() && !referenced.equals(key.name())) {
			this.problems.add(reference, "@JoinColumn(referencedColumnName = \"%s\") is not the key of '%s'"
				.formatted(referenced, target.name()), "use '%s'".formatted(key.name()));
			return null;
		}
		Column column = new ColumnBinder(this.problems).bind(reference, this.binding.columnName(reference, key.name()),
				key.type(), false);
		return (column != null) ? List.of(column) : null;
	}

	/**
	 * The columns of the key of a target, or {@code null} when it has a problem, which is
	 * reported with the target itself.
	 */
	private @Nullable List<Column> keyColumns(ModelDefinition target) {
		AttributeDefinition key = target.key().get(0);
		return (key.findFault() != null) ? null : new BasicBinder(this.binding.withoutProblems()).columns(key);
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
		else if (target.key().size() != 1) {
			this.problems.add(reference,
					"model '%s' has a key of %d attributes, a reference needs one with a single".formatted(target,
							target.key().size()),
					"give '%s' a key of one attribute, or keep its key in attributes of your own".formatted(target));
		}
		else {
			return true;
		}
		return false;
	}

}
