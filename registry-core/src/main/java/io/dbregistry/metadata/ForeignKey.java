package io.dbregistry.metadata;

import java.util.List;

/**
 * Columns that hold the key of a row of another table.
 *
 * @param name the name of the constraint
 * @param columns the referring columns, in order, at least one
 * @param target the table referred to; without a schema it is in the one that is current
 * when the name is used
 * @param targetColumns the columns referred to, as many as {@code columns}
 * @param onDelete what happens to the referring row when its target is deleted
 * @param onUpdate what happens to the referring row when the key of its target changes
 */
public record ForeignKey(String name, List<String> columns, QualifiedName target, List<String> targetColumns,
		Action onDelete, Action onUpdate) implements TablePart {

	public ForeignKey {
		columns = List.copyOf(columns);
		targetColumns = List.copyOf(targetColumns);
		if (columns.isEmpty() || columns.size() != targetColumns.size()) {
			throw new IllegalArgumentException("Foreign key '%s' must refer from %s to as many columns, not to %s"
				.formatted(name, columns, targetColumns));
		}
	}

	/**
	 * A key whose rows refuse the change of a key that they refer to.
	 * @param name the name of the constraint
	 * @param columns the referring columns, in order, at least one
	 * @param target the table referred to
	 * @param targetColumns the columns referred to, as many as {@code columns}
	 * @param onDelete what happens to the referring row when its target is deleted
	 */
	public ForeignKey(String name, List<String> columns, QualifiedName target, List<String> targetColumns,
			Action onDelete) {
		this(name, columns, target, targetColumns, onDelete, Action.NO_ACTION);
	}

	/** This key with another target. */
	ForeignKey withTarget(QualifiedName other) {
		return new ForeignKey(this.name, this.columns, other, this.targetColumns, this.onDelete, this.onUpdate);
	}

	/**
	 * The key for people: its name, columns and target.
	 */
	@Override
	public String toString() {
		String actions = ((this.onDelete != Action.NO_ACTION) ? " on delete " + this.onDelete : "")
				+ ((this.onUpdate != Action.NO_ACTION) ? " on update " + this.onUpdate : "");
		return "'%s' from %s to %s%s%s".formatted(this.name, this.columns, this.target, this.targetColumns, actions);
	}

	@Override
	public String describe() {
		return "Foreign key " + this;
	}

	/**
	 * What the database does to referring rows.
	 */
	public enum Action {

		NO_ACTION, CASCADE, SET_NULL, SET_DEFAULT, RESTRICT

	}

}
