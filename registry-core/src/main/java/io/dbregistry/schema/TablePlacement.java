package io.dbregistry.schema;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tables of models into schemas. Models that are fixed to one come first: their
 * table is the one of that name there. Not safe for use by several threads.
 */
final class TablePlacement {

	private final String database;

	private final @Nullable String own;

	private final @Nullable List<String> schemas;

	private final MetadataSelection selection;

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();

	private final Set<QualifiedName> unmanaged = new HashSet<>();

	/**
	 * Begins without tables.
	 * @param own the default schema of the database, where it is known
	 * @param schemas the schemas asked for, or {@code null} for that of each model
	 */
	TablePlacement(String database, @Nullable String own, @Nullable List<String> schemas, MetadataSelection selection) {
		this.database = database;
		this.own = own;
		this.schemas = schemas;
		this.selection = selection;
	}

	void add(ModelType<?> model) {
		if (model.kind() != ModelKind.TENANT || this.selection.takesTenants()) {
			schemas(model).forEach((schema) -> add(model, schema));
		}
	}

	private List<@Nullable String> schemas(ModelType<?> model) {
		String fixed = model.table().name().schema();
		boolean tenant = model.kind() == ModelKind.TENANT;
		if (this.schemas == null) {
			return Collections.singletonList((fixed == null && !tenant) ? this.own : fixed);
		}
		return this.schemas.stream()
			.<@Nullable String>map((schema) -> schema)
			.filter((schema) -> (fixed != null) ? fixed.equals(schema) : !tenant || !schema.equals(this.own))
			.toList();
	}

	private void add(ModelType<?> model, @Nullable String schema) {
		if (model.kind().isManaged()) {
			model.attributes()
				.forEach((attribute) -> attribute.findSequence()
					.map((sequence) -> sequence.withDefaultSchema(schema))
					.ifPresent((sequence) -> this.sequences.putIfAbsent(sequence.name(), sequence)));
		}
		Table table = model.table().withDefaultSchema(schema);
		if (this.tables.putIfAbsent(table.name(), earlier(table)) == null && !model.kind().isManaged()) {
			this.unmanaged.add(table.name());
		}
	}

	private Table earlier(Table table) {
		Metadata previous = this.selection.previous();
		return (previous == null) ? table : previous.find(table.name()).filter(table::equals).orElse(table);
	}

	Metadata build() {
		return Metadata.of(this.database, this.tables.values(), this.sequences.values(), List.of())
			.withUnmanaged(this.unmanaged);
	}

}
