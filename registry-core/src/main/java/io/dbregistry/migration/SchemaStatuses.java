package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What schemas have of one changelog. Of many, Liquibase is asked about one of those with
 * equal histories: the others lack the same. One that does not exist does not keep the
 * others.
 */
final class SchemaStatuses {

	private static final Logger logger = LoggerFactory.getLogger(SchemaStatuses.class);

	private final DataSource source;

	private final List<MigrationPlace> places;

	private final ChangelogSettings settings;

	private final ApplyOptions options;

	SchemaStatuses(DataSource source, List<MigrationPlace> places, ChangelogSettings settings, ApplyOptions options) {
		this.source = source;
		this.places = places;
		this.settings = settings;
		this.options = options;
	}

	/** Reads them, in the order of the schemas. */
	List<SchemaStatus> read() {
		if (this.places.size() == 1) {
			return List.of(migration(this.places.get(0)).status());
		}
		Map<String, History> histories = histories();
		Map<History, SchemaStatus> known = new HashMap<>();
		List<SchemaStatus> all = new ArrayList<>();
		for (MigrationPlace place : this.places) {
			History history = histories.get(place.requireSchema());
			SchemaStatus equal = (history != null) ? known.get(history) : null;
			SchemaStatus status = (equal != null) ? equal.of(place.schema(), migration(place).lock()) : ask(place);
			if (history != null && status.problem() == null) {
				known.putIfAbsent(history, status);
			}
			all.add(status);
		}
		return List.copyOf(all);
	}

	/** Of those that exist and can be read. */
	private Map<String, History> histories() {
		try (Connection connection = this.source.getConnection()) {
			Dialect dialect = Dialect.from(connection);
			Set<String> schemas = new HashSet<>(this.places.stream().map(MigrationPlace::requireSchema).toList());
			schemas.retainAll(dialect.schemas(connection));
			return new Histories(dialect, this.settings.historyTable(), this.settings.lockTable()).read(connection,
					schemas,
					(schema, failure) -> logger.debug("Liquibase is asked about schema '{}'", schema, failure));
		}
		catch (SQLException ex) {
			throw new MigrationException(this.places.get(0), null,
					"%s; see that the database answers, then try again".formatted(ex.getMessage()), ex);
		}
	}

	private SchemaStatus ask(MigrationPlace place) {
		try {
			return migration(place).status();
		}
		catch (MigrationException ex) {
			if (ex.getCause() == null) {
				return SchemaStatus.unknown(place.schema(), ex.reason());
			}
			throw ex;
		}
	}

	private SchemaMigration migration(MigrationPlace place) {
		return new SchemaMigration(this.source, place, this.settings, this.options);
	}

}
