package io.dbregistry.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.dbregistry.migration.MigrationReport.SchemaResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what becomes of many schemas, and tells people and programs how far it is.
 * Safe for use by several threads.
 */
final class SchemaResults {

	private static final Logger logger = LoggerFactory.getLogger(SchemaResults.class);

	private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;

	private final Map<String, MigrationPlace> places = new LinkedHashMap<>();

	private final ApplyOptions options;

	private final Map<String, SchemaResult> results = new ConcurrentHashMap<>();

	private final long start = System.nanoTime();

	/** When the last line was written; guarded by this. */
	private long line = this.start;

	SchemaResults(List<MigrationPlace> places, ApplyOptions options) {
		places.forEach((place) -> this.places.put(place.requireSchema(), place));
		this.options = options;
	}

	MigrationPlace place(String schema) {
		return Objects.requireNonNull(this.places.get(schema), schema);
	}

	/** The schema has everything; this was applied by a Liquibase that told so itself. */
	void succeed(String schema, List<String> changeSets) {
		add(new SchemaResult(schema, changeSets, null));
	}

	/** The schema got everything at once. */
	void apply(String schema, List<String> changeSets) {
		MigrationPlace place = place(schema);
		for (String changeSet : changeSets) {
			this.options.tell(place, (listener) -> listener.starting(place.database(), schema, changeSet));
			this.options.tell(place, (listener) -> listener.done(place.database(), schema, changeSet));
		}
		succeed(schema, changeSets);
	}

	void failMissing(String schema) {
		fail(schema, "the schema does not exist; create it (registry.schemas().create(…) does), or do not ask for it",
				null);
	}

	void fail(String schema, String reason, @Nullable Exception cause) {
		add(new SchemaResult(schema, List.of(), new MigrationException(place(schema), null, reason, cause)));
	}

	/** A failure of one schema may be that of each with the same history. */
	void fail(String schema, Exception failure) {
		if (failure instanceof MigrationException known) {
			add(new SchemaResult(schema, List.of(), known.at(place(schema))));
		}
		else {
			fail(schema, "%s; see that the database answers and its user may do that, then migrate again"
				.formatted(failure.getMessage()), failure);
		}
	}

	private synchronized void add(SchemaResult result) {
		this.results.put(String.valueOf(result.schema()), result);
		int finished = this.results.size();
		MigrationPlace place = place(String.valueOf(result.schema()));
		String database = place.database();
		this.options.tell(place, (listener) -> listener.finished(database, result, finished, this.places.size()));
		long now = System.nanoTime();
		if (now - this.line >= NANOS_BETWEEN_LINES) {
			this.line = now;
			logger.info(progress(database, finished, now - this.start));
		}
	}

	/** A line for people. */
	String progress(String database, int finished, long nanos) {
		double perSecond = finished * 1e9 / nanos;
		return String.format(Locale.ROOT, "Database '%s': %,d of %,d schemas migrated, %,.1f per second, %,.0f s left",
				database, finished, this.places.size(), perSecond, (this.places.size() - finished) / perSecond);
	}

	/** The schemas that nothing has become of yet, in order. */
	List<String> remaining() {
		return remaining(this.places.keySet());
	}

	/** The schemas of these that nothing has become of yet, in order. */
	List<String> remaining(Collection<String> schemas) {
		return schemas.stream().filter((schema) -> !this.results.containsKey(schema)).toList();
	}

	/** All results, in the order of the schemas. */
	List<SchemaResult> all() {
		return this.places.keySet().stream().map((schema) -> Objects.requireNonNull(this.results.get(schema))).toList();
	}

}
