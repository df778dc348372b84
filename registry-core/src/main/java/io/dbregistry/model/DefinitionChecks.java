package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
			String place = draft.place(this.settings);
			ModelDefinition other = owners.putIfAbsent(place, model);
			if (other != null) {
				this.problems.add(model, "the table '%s' is that of '%s' too".formatted(place, other.place()),
						"give one of them another with @Table(name = …)");
			}
		}
	}

	void reflected(Collection<Draft> drafts) {
		for (Draft draft : drafts) {
			ModelDefinition model = draft.definition();
			List<String> known = model.attributes().stream().map(AttributeDefinition::name).toList();
			List<String> unchecked = model.spec().unchecked;
			if (!unchecked.isEmpty() && model.kind() != ModelKind.REFLECTED) {
				this.problems.add(model, "only models of reflected tables have attributes that are not checked",
						"remove unchecked, or add reflected");
			}
			unchecked.stream()
				.filter((name) -> !known.contains(name))
				.forEach((name) -> this.problems.add(model, "unchecked names '%s', which is no attribute (%s)"
					.formatted(name, NearNames.describe(name, known)), "correct the name"));
		}
	}

	/** In most products the names of indexes and constraints are unique in a schema. */
	void constraintNames(List<ModelEntry> entries) {
		Map<String, ModelEntry> owners = new HashMap<>();
		for (ModelEntry entry : entries) {
			List<String> places = entry.footprint().constraints();
			for (int i = 0; i < places.size(); i++) {
				ModelEntry other = owners.putIfAbsent(places.get(i), entry);
				if (other != null) {
					this.problems.add(entry.definition(),
							"the name '%s' of an index or constraint is used in model '%s' too"
								.formatted(name(entry, i), other.model()),
							"name one of them in its annotation");
				}
			}
		}
	}

	private static String name(ModelEntry entry, int index) {
		ModelState state = Objects.requireNonNull(entry.state());
		return Footprint.names(state.table()).get(index);
	}

	void shortNames(Collection<ModelEntry> entries) {
		for (ModelEntry entry : entries) {
			ModelState state = entry.state();
			if (state != null) {
				Footprint.names(state.table())
					.stream()
					.filter((name) -> !Names.isShort(name))
					.forEach((name) -> this.problems.add(entry.definition(),
							"the name '%s' of an index or constraint is longer than %d bytes".formatted(name,
									Names.LIMIT),
							"give a shorter name"));
			}
		}
	}

}
