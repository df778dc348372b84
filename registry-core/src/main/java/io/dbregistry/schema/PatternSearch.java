package io.dbregistry.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.ReflectedTable;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.schema.PatternReport.Made;
import io.dbregistry.schema.PatternReport.Skipped;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the tables of patterns in one database; changes nothing.
 * <ol>
 * <li>Each pattern reads its own schemas, each at once.</li>
 * <li>Tables that are excluded, have no key or belong to another model are skipped.</li>
 * </ol>
 */
final class PatternSearch {

	private final String database;

	private final Models models;

	private final LiveReader reader;

	private final LiveTypes types;

	private final List<PatternReport> reports = new ArrayList<>();

	private final List<Found> found = new ArrayList<>();

	/** The models that tables belong to. */
	private final Map<List<@Nullable String>, String> owners = new HashMap<>();

	PatternSearch(String database, Models models, LiveReader reader) {
		this.database = database;
		this.models = models;
		this.reader = reader;
		this.types = new LiveTypes(reader.dialect());
	}

	String database() {
		return this.database;
	}

	/** Does it. */
	void search(List<TablePattern> patterns) throws SQLException {
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
			search(pattern);
		}
	}

	/** What was found of each pattern, in the order of the patterns. */
	List<PatternReport> reports() {
		return this.reports;
	}

	/** The tables that are to be models. */
	List<Found> found() {
		return this.found;
	}

	/** Whether models of a pattern are in this database as this finds them. */
	boolean decides(ModelType<?> model) {
		return model.home().equals(this.database)
				&& this.reports.stream().anyMatch((report) -> patternOf(model).equals(Optional.of(report.pattern())));
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

	private void search(TablePattern pattern) throws SQLException {
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
				this.found.add(new Found(this.database, pattern.name(), model, named, this.types));
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

	/**
	 * A table that a pattern found.
	 *
	 * @param database the name of the database
	 * @param pattern the name of the pattern
	 * @param model the name of the model that it is to be
	 * @param table the table, under the name that its model has for it
	 * @param types the types of its columns
	 */
	record Found(String database, String pattern, String model, Table table, LiveTypes types) {

		/** Whether it became a model before. */
		boolean isOf(ModelType<?> known) {
			return known.home().equals(this.database) && patternOf(known).equals(Optional.of(this.pattern));
		}

		@Override
		public String toString() {
			return "table '%s' of database '%s' by pattern '%s'".formatted(this.table.name(), this.database,
					this.pattern);
		}

	}

}
