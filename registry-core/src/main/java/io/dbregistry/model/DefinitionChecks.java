package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.dbregistry.error.NearNames;

/**
 * Compares models with each other: where they live, and what they are called there.
 */
final class DefinitionChecks {

	private final ModelSettings settings;

	private final Problems problems;

	private final Drafts drafts;

	DefinitionChecks(Drafts drafts, ModelSettings settings, Problems problems) {
		this.drafts = drafts;
		this.settings = settings;
		this.problems = problems;
	}

	void databases(Collection<Draft> affected) {
		affected.forEach((draft) -> database(draft.definition()));
	}

	private void database(ModelDefinition model) {
		String database = model.extra();
		if (database != null && !this.settings.extras().contains(database)) {
			List<String> known = new ArrayList<>(List.of(ModelType.PRIMARY));
			known.addAll(this.settings.extras());
			this.problems.add(model, "no database named '%s' (%s)".formatted(database, NearNames
				.describe(database, known)), database.equals(ModelType.PRIMARY)
						? "leave database out: the primary is the default"
						: "add it (registry.extra.%1$s, or builder.extra(\"%1$s\", …) in plain Java), or correct %2$s"
							.formatted(database, model.isClassless() ? "database(…)" : "@Model(database = …)"));
		}
	}

	/** Compares the tables of what changed with those of all others. */
	void tables(Collection<Draft> affected) {
		Map<String, ModelDefinition> owners = new HashMap<>();
		List<Draft> changed = affected.stream().filter(Draft::isChanged).toList();
		changed.stream()
			.map((draft) -> draft.place(this.settings))
			.forEach((place) -> this.drafts.index()
				.inPlace(place)
				.stream()
				.map(this.drafts::find)
				.filter((other) -> other != null && !other.isChanged())
				.forEach((other) -> owners.putIfAbsent(place, other.definition())));
		for (Draft draft : changed) {
			ModelDefinition model = draft.definition();
			String place = draft.place(this.settings);
			ModelDefinition other = owners.putIfAbsent(place, model);
			if (other != null && !other.name().equals(model.name())) { // a name is
																		// refused
				this.problems.add(model, "the table '%s' is that of '%s' too".formatted(place, other.place()),
						"give one of them another with " + model.tableNaming());
			}
		}
	}

	void reflected(Collection<Draft> affected) {
		for (Draft draft : affected) {
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

	/** A table has each name once; what two tables may have is the product's to say. */
	void constraintNames(Collection<ModelEntry> entries) {
		for (ModelEntry entry : entries) {
			ModelState state = entry.state();
			if (state != null && entry.definition().kind().isManaged()) {
				Set<String> known = new HashSet<>();
				Footprint.names(state.table())
					.stream()
					.filter((name) -> !known.add(name.toLowerCase(Locale.ROOT)))
					.forEach((name) -> this.problems.add(entry.definition(),
							"the name '%s' of an index or constraint is used in model '%s' too".formatted(name,
									entry.model()),
							"name one of them in its annotation"));
			}
		}
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
