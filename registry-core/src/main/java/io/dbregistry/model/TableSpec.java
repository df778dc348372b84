package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Table;
import io.dbregistry.model.ColumnSpec.CheckSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a table. Belongs to one definition, which guards it.
 */
final class TableSpec {

	/** The name, or empty for the one of the naming strategy. */
	String name = "";

	/** The name in the database before, or {@code null} if nothing is said. */
	@Nullable String formerName;

	/** The schema the table is fixed to, or empty. */
	String schema = "";

	String comment = "";

	/** The class of the key objects, or {@code null}. */
	@Nullable Class<?> keyClass;

	final List<UniqueSpec> uniques = new ArrayList<>();

	final List<IndexSpec> indexes = new ArrayList<>();

	final List<CheckSpec> checks = new ArrayList<>();

	/** The sequences declared with the model, for whoever names them. */
	final List<SequenceSpec> generators = new ArrayList<>();

	/** The names of attributes of a reflected model that are not checked. */
	final List<String> unchecked = new ArrayList<>();

	/** The table that was read for a model without columns of its own. */
	@Nullable Table live;

	/** The name of the pattern that made the model. */
	@Nullable String pattern;

	TableSpec copy() {
		TableSpec copy = new TableSpec();
		copy.name = this.name;
		copy.formerName = this.formerName;
		copy.schema = this.schema;
		copy.comment = this.comment;
		copy.keyClass = this.keyClass;
		copy.uniques.addAll(this.uniques);
		copy.indexes.addAll(this.indexes);
		copy.checks.addAll(this.checks);
		copy.generators.addAll(this.generators);
		copy.unchecked.addAll(this.unchecked);
		copy.live = this.live;
		copy.pattern = this.pattern;
		return copy;
	}

	/** Leaves out the constraints and indexes of columns. */
	void removeColumns(List<String> names) {
		this.uniques.removeIf((unique) -> unique.columns().stream().anyMatch(names::contains));
		this.indexes.removeIf((index) -> index.columns()
			.stream()
			.anyMatch((part) -> names.stream().anyMatch((name) -> part.equals(name) || part.startsWith(name + " "))));
	}

	/**
	 * A unique constraint that is asked for.
	 *
	 * @param name the name, or empty for a generated one
	 * @param columns the names of its columns
	 */
	record UniqueSpec(String name, List<String> columns) {

	}

	/**
	 * An index that is asked for.
	 *
	 * @param name the name, or empty for a generated one
	 * @param columns the names of its columns, each perhaps with a direction
	 * @param unique whether equal values are refused
	 */
	record IndexSpec(String name, List<String> columns, boolean unique) {

	}

}
