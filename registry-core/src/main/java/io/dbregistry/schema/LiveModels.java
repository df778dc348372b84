package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.OpenHook;
import io.dbregistry.metadata.Note;
import io.dbregistry.model.Models;
import io.dbregistry.schema.PatternReport.Skipped;

/**
 * The models that depend on what databases have.
 */
final class LiveModels {

	private final Databases databases;

	private final Models models;

	private final List<TablePattern> patterns;

	/** What was found last, by pattern and database. */
	private final Map<List<String>, PatternReport> reports = new ConcurrentHashMap<>();

	LiveModels(Databases databases, Models models, List<TablePattern> patterns) {
		this.databases = databases;
		this.models = models;
		this.patterns = List.copyOf(patterns);
	}

	/** What is done when a database is opened. */
	OpenHook hook(String name) {
		Database database = this.databases.get(name);
		return (dataSource) -> {
			try (Connection connection = dataSource.getConnection()) {
				reflect(name, database, connection);
			}
		};
	}

	List<Note> reflect(String name) {
		Database database = this.databases.get(name);
		return DdlSession.ask(database, "Reading the tables of", (connection) -> reflect(name, database, connection));
	}

	private List<Note> reflect(String name, Database database, Connection connection) throws SQLException {
		LiveReader reader = new LiveReader(connection, database.schema());
		List<Note> notes = new ReflectedCheck(name, this.models, reader).reflect();
		match(name, reader, this.patterns.stream().filter((pattern) -> pattern.databases().contains(name)).toList());
		return notes;
	}

	private void match(String name, LiveReader reader, List<TablePattern> matched) throws SQLException {
		if (!matched.isEmpty()) {
			new PatternMatch(name, this.models, reader).match(matched)
				.forEach((report) -> this.reports.put(List.of(report.pattern(), name), report));
		}
	}

	/** Matches one pattern again, in all of its databases but those that are down. */
	PatternReport match(String name) {
		TablePattern pattern = pattern(name);
		return pattern.databases()
			.stream()
			.map((place) -> findUnavailable(name, place).orElseGet(() -> match(place, pattern)))
			.reduce(nothing(name), PatternReport::and);
	}

	private PatternReport match(String place, TablePattern pattern) {
		Database database = this.databases.get(place);
		return DdlSession.ask(database, "Reading the tables of", (connection) -> {
			match(place, new LiveReader(connection, database.schema()), List.of(pattern));
			return Objects.requireNonNull(this.reports.get(List.of(pattern.name(), place)));
		});
	}

	private Optional<PatternReport> findUnavailable(String pattern, String place) {
		return Optional.ofNullable(this.databases.get(place).status().outage())
			.map((outage) -> new Skipped(place, null,
					"has not been available since %s: %s".formatted(outage.since(), outage.cause().getMessage())))
			.map((skipped) -> new PatternReport(pattern, List.of(), List.of(skipped)));
	}

	private TablePattern pattern(String name) {
		return this.patterns.stream()
			.filter((pattern) -> pattern.name().equals(name))
			.findFirst()
			.orElseThrow(
					() -> new NoSuchPatternException(name, this.patterns.stream().map(TablePattern::name).toList()));
	}

	/** What a pattern found last; a database that never came is skipped. */
	PatternReport report(String name) {
		return pattern(name).databases()
			.stream()
			.flatMap((place) -> Optional.ofNullable(this.reports.get(List.of(name, place)))
				.or(() -> findUnavailable(name, place))
				.stream())
			.reduce(nothing(name), PatternReport::and);
	}

	private static PatternReport nothing(String pattern) {
		return new PatternReport(pattern, List.of(), List.of());
	}

}
