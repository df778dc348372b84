package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.dbregistry.database.Databases;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.LiveTable;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.ReflectedTable;
import io.dbregistry.model.Times;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.schema.PatternReport.Made;
import io.dbregistry.schema.PatternReport.Skipped;
import org.jspecify.annotations.Nullable;

/**
 * Matches patterns with the tables of one database.
 * <ol>
 * <li>Each pattern reads its own schemas, each at once.</li>
 * <li>Tables that are excluded, have no key or belong to another model are skipped.</li>
 * <li>If the name of any model is taken, all such names are thrown and nothing
 * changes.</li>
 * <li>Models of new tables come, of vanished ones go, of changed ones change, all at
 * once.</li>
 * </ol>
 */
final class PatternMatch {

	private final String database;

	private final Models models;

	private final LiveReader reader;

	private final LiveTypes types;

	private final List<String> problems = new ArrayList<>();

	private final List<PatternReport> reports = new ArrayList<>();

	/** The tables that became models, by the names of these. */
	private final Map<String, Found> found = new LinkedHashMap<>();

	/** The models that tables belong to. */
	private final Map<List<@Nullable String>, String> owners = new HashMap<>();

	PatternMatch(String database, Models models, LiveReader reader) {
		this.database = database;
		this.models = models;
		this.reader = reader;
		this.types = new LiveTypes(reader.dialect());
	}

	/** Does it. */
	List<PatternReport> match(List<TablePattern> patterns) throws SQLException {
		List<String> names = patterns.stream().map(TablePattern::name).toList();
		for (ModelType<?> model : ModelTables.models(this.models, this.database)) {
			if (!names.contains(patternOf(model).orElse(null))) {
				QualifiedName table = table(model);
				if (table != null) {
					this.owners.putIfAbsent(place(table), model.name());
				}
			}
		}
		for (TablePattern pattern : patterns) {
			match(pattern);
		}
		if (!this.problems.isEmpty()) {
			throw new PatternException(this.database, this.problems);
		}
		this.models.together(() -> apply(names));
		return this.reports;
	}

	/** The table of a model, or {@code null} when that cannot be used for now. */
	private static @Nullable QualifiedName table(ModelType<?> model) {
		try {
			return model.findReflected().map(ReflectedTable::name).orElseGet(() -> model.table().name());
		}
		catch (UnresolvedReferenceException ex) {
			return null;
		}
	}

	private List<@Nullable String> place(QualifiedName table) throws SQLException {
		return Arrays.asList(this.reader.schema(table), this.reader.key(table.name()));
	}

	private static Optional<String> patternOf(ModelType<?> model) {
		return model.findReflected().map(ReflectedTable::pattern);
	}

	private void match(TablePattern pattern) throws SQLException {
		List<Made> made = new ArrayList<>();
		List<Skipped> skipped = new ArrayList<>();
		List<@Nullable String> schemas = new ArrayList<>(pattern.schemas());
		if (schemas.isEmpty()) {
			schemas.add(null);
		}
		for (String schema : schemas) {
			String place = (schema != null) ? schema : this.reader.ownSchema();
			for (Table table : this.reader.read(place, TableFilter.matching(pattern::includes)).tables()) {
				String reason = reasonAgainst(pattern, table);
				if (reason != null) {
					skipped.add(new Skipped(this.database, table.name(), reason));
					continue;
				}
				String model = pattern.modelOf(table.name().name());
				Table named = ReflectedCheck.named(table, new QualifiedName(schema, table.name().name()));
				add(model, new Found(pattern.name(), named));
				this.owners.put(place(table.name()), model);
				made.add(new Made(this.database, table.name(), model));
			}
		}
		this.reports.add(new PatternReport(pattern.name(), made, skipped));
	}

	private @Nullable String reasonAgainst(TablePattern pattern, Table table) throws SQLException {
		if (pattern.excludes(table.name().name())) {
			return "is excluded";
		}
		String owner = this.owners.get(place(table.name()));
		if (owner != null) {
			return "is the table of model '%s'".formatted(owner);
		}
		return (table.primaryKey() == null) ? "has no primary key" : null;
	}

	private void add(String model, Found table) {
		Found other = this.found.putIfAbsent(model, table);
		if (other != null) {
			clash(model, table, "table '%s' by pattern '%s'".formatted(other.table().name(), other.pattern()));
			return;
		}
		this.models.find(model)
			.filter((known) -> !known.home().equals(this.database)
					|| !Optional.of(table.pattern()).equals(patternOf(known)))
			.ifPresent((known) -> clash(model, table, "a model of database '%s'".formatted(known.home())));
	}

	private void clash(String model, Found table, String other) {
		this.problems.add("Pattern '%s' names table '%s' '%s', which is the name of %s; give one of them another"
			.formatted(table.pattern(), table.table().name(), model, other));
	}

	private void apply(List<String> patterns) {
		this.models.of(ModelKind.PATTERN)
			.stream()
			.filter((model) -> model.home().equals(this.database) && patterns.contains(patternOf(model).orElse(""))
					&& !this.found.containsKey(model.name()))
			.forEach((model) -> this.models.remove(model.name()));
		this.found.forEach(this::apply);
	}

	private void apply(String name, Found table) {
		LiveTable live = LiveTable.of(table.table(), this.types::of);
		Optional<ModelType<?>> known = this.models.find(name);
		if (known.isEmpty()) {
			this.models.register(name, (model) -> {
				model.database(this.database.equals(Databases.PRIMARY) ? "" : this.database);
				live.describe(model, table.pattern());
			});
		}
		else if (!Objects.equals(known.get().findReflected().map(ReflectedTable::live).orElse(null), table.table())) {
			this.models.onRegister(name, Times.ONCE, (model) -> live.describe(model, table.pattern())).close();
		}
	}

	/** A table that a pattern found, under the name that its model has for it. */
	private record Found(String pattern, Table table) {

	}

}
