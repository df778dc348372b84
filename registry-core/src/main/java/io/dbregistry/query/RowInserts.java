package io.dbregistry.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Row;

/**
 * The inserts of rows, which set what a row has a value for, {@code null} included, and
 * leave the rest to the database.
 * <p>
 * One for each set of names that rows have, up to a number of them. Safe for use by
 * several threads.
 */
final class RowInserts {

	static final int MAX_SHAPES = 100;

	private final ModelType<?> model;

	private final Dialect dialect;

	private final BoundedCache<Set<String>, Insert> shapes = new BoundedCache<>(MAX_SHAPES);

	RowInserts(ModelType<?> model, Dialect dialect) {
		this.model = model;
		this.dialect = dialect;
	}

	/** The insert of a row. A key that the database counts up is none when it is null. */
	Insert of(Row row) {
		Set<String> names = new HashSet<>(row.asMap().keySet());
		for (Attribute attribute : this.model.key()) {
			if (attribute.generation() == Generation.IDENTITY && row.asMap().get(attribute.name()) == null) {
				names.remove(attribute.name());
			}
		}
		Insert insert = this.shapes.find(names);
		return (insert != null) ? insert : this.shapes.keep(names, compile(names));
	}

	private Insert compile(Set<String> names) {
		List<Attribute> given = this.model.attributes()
			.stream()
			.filter((attribute) -> names.contains(attribute.name()))
			.toList();
		List<Attribute> made = this.model.key()
			.stream()
			.filter((attribute) -> attribute.kind() == Kind.BASIC && !names.contains(attribute.name()))
			.toList();
		return new Insert(this.model, given, made, this.dialect);
	}

	/** How many inserts are kept. */
	int size() {
		return this.shapes.size();
	}

}
