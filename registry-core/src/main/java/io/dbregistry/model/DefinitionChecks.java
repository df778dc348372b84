package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.dbregistry.metadata.Table;

/**
 * Compares models with each other: where they live, and what they are called there.
 */
final class DefinitionChecks {

	private final ModelSettings settings;

	private final Problems problems;

	DefinitionChecks(ModelSettings settings, Problems problems) {
		this.settings = settings;
		this.problems = problems;
	}

	void databases(Collection<Draft> drafts) {
		drafts.forEach((draft) -> database(draft.definition()));
	}

	private void database(ModelDefinition model) {
		String database = model.extra();
		if (database != null && !this.settings.extras().contains(database)) {
			List<String> known = new ArrayList<>(List.of(ModelType.PRIMARY));
			known.addAll(this.settings.extras());
			this.problems.add(model,
					"no database named '%s' (known: '%s')".formatted(database, String.join("', '", known)),
					database.equals(ModelType.PRIMARY) ? "leave database out: the primary is the default"
							: "add registry.extra.%s or correct @Model(database = …)".formatted(database));
		}
	}

	void tables(Collection<Draft> drafts) {
		Map<String, ModelDefinition> owners = new HashMap<>();
		for (Draft draft : drafts) {
			ModelDefinition model = draft.definition();
			String place = place(model);
			ModelDefinition other = owners.putIfAbsent(place, model);
			if (other != null) {
				this.problems.add(model, "the table '%s' is that of '%s' too".formatted(place, other.place()),
						"give one of them another with @Table(name = …)");
			}
		}
	}

	/** Table names that differ only in letter case are one to some products. */
	private String place(ModelDefinition model) {
		String database = model.home();
		return String.join(".", database, schema(model, model.spec().schema),
				this.settings.tableName(model).toLowerCase(Locale.ROOT));
	}

	private String schema(ModelDefinition model, String fixed) {
		if (!fixed.isEmpty()) {
			return fixed;
		}
		return (model.kind() == ModelKind.TENANT) ? "(schemas of tenants)"
				: this.settings.defaultSchemas().getOrDefault(model.home(), "(default schema)");
	}

	/** In most products the names of indexes and constraints are unique in a schema. */
	void constraintNames(List<ModelEntry> entries) {
		Map<List<String>, ModelEntry> owners = new HashMap<>();
		for (ModelEntry entry : entries) {
			ModelState state = entry.state();
			if (state == null || !entry.definition().kind().isManaged()) {
				continue;
			}
			ModelDefinition model = entry.definition();
			String schema = schema(model, Objects.requireNonNullElse(state.table().name().schema(), ""));
			for (String name : names(state.table())) {
				ModelEntry other = owners.putIfAbsent(List.of(model.home(), schema, name.toLowerCase(Locale.ROOT)),
						entry);
				if (other != null) {
					this.problems.add(model, "the name '%s' of an index or constraint is used in model '%s' too"
						.formatted(name, other.model()), "name one of them in its annotation");
				}
				else if (!Names.isShort(name)) {
					this.problems.add(model, "the name '%s' of an index or constraint is longer than %d bytes"
						.formatted(name, Names.LIMIT), "give a shorter name");
				}
			}
		}
	}

	private static List<String> names(Table table) {
		List<String> names = new ArrayList<>();
		table.uniques().forEach((unique) -> names.add(unique.name()));
		table.indexes().forEach((index) -> names.add(index.name()));
		table.foreignKeys().forEach((foreignKey) -> names.add(foreignKey.name()));
		table.checks().forEach((check) -> names.add(check.name()));
		return names;
	}

}
