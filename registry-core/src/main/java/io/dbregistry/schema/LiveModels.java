package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.OpenHook;
import io.dbregistry.metadata.Note;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.Models;
import io.dbregistry.schema.PatternReport.Skipped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that depend on what databases have.
 * <ol>
 * <li>One database after another is read, each on one connection, if anything depends on
 * it. Its reflected models are compared with their tables.</li>
 * <li>When all are read, the tables that patterns found in them become models: all, or
 * none.</li>
 * </ol>
 */
final class LiveModels {

	private static final Logger logger = LoggerFactory.getLogger(Reflection.class);

	private static final String READING = "Reading the tables of";

	private final Databases databases;

	private final Models models;

	private final List<TablePattern> patterns;

	/** What was found last, by pattern and database. */
	private final Map<List<String>, PatternReport> reports = new ConcurrentHashMap<>();

	LiveModels(Databases databases, Models models, List<TablePattern> patterns) {
		this.databases = databases;
		this.models = models;
		this.patterns = List.copyOf(patterns);
		if (!patterns.isEmpty()) {
			models.explainMissing(this::unmatched);
		}
	}

	/** Which patterns were never matched in a database, since it is down. */
	private String unmatched() {
		return this.patterns.stream()
			.flatMap((pattern) -> pattern.databases()
				.stream()
				.filter((place) -> !this.reports.containsKey(List.of(pattern.name(), place)))
				.flatMap((place) -> Optional.ofNullable(this.databases.get(place).status().outage())
					.map((outage) -> "pattern '%s' is not matched yet in database '%s', which has not been available since %s"
						.formatted(pattern.name(), place, outage.since()))
					.stream()))
			.collect(Collectors.joining("; "));
	}

	/** What is done when a database is opened. */
	OpenHook hook(String name) {
		Database database = this.databases.get(name);
		return (dataSource) -> {
			if (isConcerned(name)) {
				List<PatternSearch> searches = new ArrayList<>();
				try (Connection connection = dataSource.getConnection()) {
					reflect(database, name, connection, searches);
				}
				match(searches);
			}
		};
	}

	/** Does that for several databases that are open. */
	List<Note> reflect(List<String> names) {
		List<Database> known = names.stream().map(this.databases::get).toList();
		List<PatternSearch> searches = new ArrayList<>();
		List<Note> notes = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			Database database = known.get(i);
			if (isConcerned(name)) {
				notes.addAll(DdlSession.ask(database, READING,
						(connection) -> reflect(database, name, connection, searches)));
			}
		}
		match(searches);
		return List.copyOf(notes);
	}

	/** Whether anything depends on what a database has. */
	private boolean isConcerned(String name) {
		return this.models.of(ModelKind.REFLECTED).stream().anyMatch((model) -> model.home().equals(name))
				|| this.patterns.stream().anyMatch((pattern) -> pattern.databases().contains(name));
	}

	private List<Note> reflect(Database database, String name, Connection connection, List<PatternSearch> searches)
			throws SQLException {
		LiveReader reader = new LiveReader(connection, database.schema());
		List<Note> notes = new ReflectedCheck(name, this.models, reader).reflect();
		List<TablePattern> there = this.patterns.stream()
			.filter((pattern) -> pattern.databases().contains(name))
			.toList();
		searches.add(search(name, reader, there));
		return notes;
	}

	private PatternSearch search(String name, LiveReader reader, List<TablePattern> there) throws SQLException {
		PatternSearch search = new PatternSearch(name, this.models, reader);
		search.search(there);
		return search;
	}

	private void match(List<PatternSearch> searches) {
		new PatternMatch(this.models, searches).apply();
		searches.forEach((search) -> search.reports().forEach((report) -> keep(search.database(), report)));
	}

	/** A line is written of what is new. */
	private void keep(String database, PatternReport report) {
		PatternReport last = this.reports.put(List.of(report.pattern(), database), report);
		if (report.equals(last)) {
			return;
		}
		if (!report.made().isEmpty()) {
			logger.info("Models of pattern '{}' in database '{}': {}; matching tables that are skipped: {}",
					report.pattern(), database, report.made().size(), report.skipped().size());
		}
		else if (report.skipped().isEmpty()) {
			logger.warn(
					"Pattern '{}' matches no table of database '{}'; correct include(…), schemas(…) or databases(…), or make the tables",
					report.pattern(), database);
		}
		else {
			logger.warn(
					"Pattern '{}' makes no model in database '{}', since each of the matching tables is skipped: {}; report(\"{}\") says why",
					report.pattern(), database, report.skipped().size(), report.pattern());
		}
	}

	/** Matches one pattern again, in all of its databases but those that are down. */
	PatternReport match(String name) {
		TablePattern pattern = pattern(name);
		List<PatternSearch> searches = new ArrayList<>();
		List<PatternReport> found = new ArrayList<>();
		for (String place : pattern.databases()) {
			Database database = this.databases.get(place);
			found.add(findUnavailable(name, place).orElseGet(() -> {
				searches.add(DdlSession.ask(database, READING, (connection) -> search(place,
						new LiveReader(connection, database.schema()), List.of(pattern))));
				return searches.get(searches.size() - 1).reports().get(0);
			}));
		}
		match(searches);
		return found.stream().reduce(nothing(name), PatternReport::and);
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
