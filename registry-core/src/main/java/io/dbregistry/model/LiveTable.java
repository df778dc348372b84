package io.dbregistry.model;

import java.util.List;
import java.util.function.Function;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.GenerationType;

/**
 * A table that is there, as what a model without a class is made of: each column becomes
 * an attribute of its name. Immutable.
 */
public final class LiveTable {

	private final Table table;

	private final Function<Column, Class<?>> types;

	private LiveTable(Table table, Function<Column, Class<?>> types) {
		this.table = table;
		this.types = types;
	}

	/**
	 * A table that has been read.
	 * @param table the table, named as the model names it, with a primary key
	 * @param types the class of the values of each column
	 * @return the table
	 * @throws IllegalArgumentException if the table has no primary key
	 */
	public static LiveTable of(Table table, Function<Column, Class<?>> types) {
		if (table.primaryKey() == null) {
			throw new IllegalArgumentException("Table '%s' has no primary key".formatted(table.name()));
		}
		return new LiveTable(table, types);
	}

	/** Whether a model has all columns of a live table, read by now or not. */
	static boolean isWhole(ModelDefinition model) {
		return model.spec().live != null
				|| model.type() == null && !model.kind().isManaged() && model.attributes().isEmpty();
	}

	/** Whether the table of a model with its columns has not been read yet. */
	static boolean isAwaited(ModelDefinition model) {
		return model.spec().live == null && isWhole(model);
	}

	/**
	 * Gives a reflected model without a class all columns of the table, and no others.
	 * @param model the model, which can be changed
	 */
	public void describe(ModelDefinition model) {
		List<String> key = (this.table.primaryKey() != null) ? this.table.primaryKey().columns() : List.of();
		model.attributes(List.of());
		model.spec().live = this.table;
		for (Column column : this.table.columns()) {
			Class<?> type = BasicTypes.box(this.types.apply(column));
			ColumnSpec spec = new ColumnSpec();
			spec.name = column.name();
			spec.live = column;
			AttributeDefinition attribute = model.add(new Declaration(column.name(), type, type, Kind.BASIC, null),
					spec);
			if (key.contains(column.name())) {
				attribute.key();
			}
			if (column.identity() && key.equals(List.of(column.name()))) {
				attribute.generated(GenerationType.IDENTITY);
			}
		}
	}

	/**
	 * Describes a model that a pattern makes of the table.
	 * @param model the model, which can be changed
	 * @param pattern the name of the pattern
	 */
	public void describe(ModelDefinition model, String pattern) {
		model.kind(ModelKind.PATTERN);
		model.table(this.table.name().name());
		if (this.table.name().schema() != null) {
			model.schema(this.table.name().schema());
		}
		model.spec().pattern = pattern;
		describe(model);
	}

}
