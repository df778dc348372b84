package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.dbregistry.database.Databases;
import io.dbregistry.model.LiveTable;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.ReflectedTable;
import io.dbregistry.model.Times;
import io.dbregistry.schema.PatternSearch.Found;

/**
 * Makes models of the tables that patterns found in one or more databases.
 * <ol>
 * <li>If the name of any model is taken, all such names are thrown and nothing changes in
 * any database.</li>
 * <li>Models of new tables come, of vanished ones go, of changed ones change, all at
 * once.</li>
 * </ol>
 */
final class PatternMatch {

	private final Models models;

	private final List<PatternSearch> searches;

	/** The databases with tables that cannot be named so. */
	private final Set<String> clashing = new LinkedHashSet<>();

	private final List<String> problems = new ArrayList<>();

	/** The tables that become models, by the names of these. */
	private final Map<String, Found> found = new LinkedHashMap<>();

	PatternMatch(Models models, List<PatternSearch> searches) {
		this.models = models;
		this.searches = searches;
	}

	/** Does it. */
	void apply() {
		this.searches.forEach((search) -> search.found().forEach(this::add));
		if (!this.problems.isEmpty()) {
			throw new PatternException(List.copyOf(this.clashing), this.problems);
		}
		this.models.together(() -> {
			this.models.of(ModelKind.PATTERN)
				.stream()
				.filter((model) -> isDecided(model) && !isThere(model))
				.forEach((model) -> this.models.remove(model.name()));
			this.found.values().forEach(this::apply);
		});
	}

	private void add(Found table) {
		Found other = this.found.putIfAbsent(table.model(), table);
		if (other != null) {
			clash(table, other.toString());
			return;
		}
		this.models.find(table.model())
			.filter((known) -> !isDecided(known))
			.ifPresent((known) -> clash(table, "a model of database '%s'".formatted(known.home())));
	}

	/** Whether it depends on what was found whether there is such a model. */
	private boolean isDecided(ModelType<?> model) {
		return this.searches.stream().anyMatch((search) -> search.decides(model));
	}

	private boolean isThere(ModelType<?> model) {
		Found table = this.found.get(model.name());
		return table != null && table.isOf(model);
	}

	private void clash(Found table, String other) {
		this.clashing.add(table.database());
		this.problems.add(
				"Pattern '%s' names table '%s' of database '%s' '%s', which is the name of %s; give one of them another"
					.formatted(table.pattern(), table.table().name(), table.database(), table.model(), other));
	}

	private void apply(Found table) {
		LiveTable live = LiveTable.of(table.table(), table.types()::of);
		Optional<ModelType<?>> known = this.models.find(table.model()).filter(table::isOf);
		if (known.isEmpty()) {
			this.models.register(table.model(), (model) -> {
				model.database(table.database().equals(Databases.PRIMARY) ? "" : table.database());
				live.describe(model, table.pattern());
			});
		}
		else if (!Objects.equals(known.get().findReflected().map(ReflectedTable::live).orElse(null), table.table())) {
			this.models.onRegister(table.model(), Times.ONCE, (model) -> live.describe(model, table.pattern())).close();
		}
	}

}
