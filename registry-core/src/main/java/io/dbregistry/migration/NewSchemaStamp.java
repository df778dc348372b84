package io.dbregistry.migration;

import java.util.Map;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.schema.SchemaProvisioner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the history of a new schema that the changelog was applied, since its tables
 * are those that the models ask for: otherwise the next migration would make them again.
 */
final class NewSchemaStamp implements SchemaProvisioner {

	private static final Logger logger = LoggerFactory.getLogger(NewSchemaStamp.class);

	private final Databases databases;

	private final MigrationRuns runs;

	NewSchemaStamp(Databases databases, Map<String, ChangelogSettings> changelogs) {
		this.databases = databases;
		this.runs = new MigrationRuns(changelogs);
	}

	@Override
	public boolean provisions(String database) {
		return isMigrated(database, this.runs.settings(this.databases.get(database)));
	}

	@Override
	public boolean provisionsTenants(String database) {
		return isMigrated(database, this.runs.settings(this.databases.get(database)).forSchemas(database));
	}

	private static boolean isMigrated(String database, ChangelogSettings settings) {
		return settings.enabled() && ChangelogInputs.isLiquibasePresent()
				&& settings.resources().getResource(settings.locationFor(database)).exists();
	}

	@Override
	public void provisioned(String database) {
		stamp("database '%s'".formatted(database), database, (options) -> {
		});
	}

	@Override
	public void tenantProvisioned(String database, String schema) {
		stamp(new MigrationPlace(database, schema, null).toString(), database, (options) -> options.schemas(schema));
	}

	/**
	 * What is said of the tables may fail, as when the changelog is for another product:
	 * the tables are there all the same.
	 */
	private void stamp(String place, String database, Consumer<ApplyOptions> options) {
		try {
			MigrationReport report = this.runs.stamp(this.databases.get(database), options);
			logger.info("The new tables of {} stand for its changelog: {} change sets count as applied", place,
					report.schemas().stream().mapToInt((schema) -> schema.changeSets().size()).sum());
		}
		catch (MigrationException ex) {
			logger.warn("The changelog of {} does not count as applied, though its tables are new, so that migrating "
					+ "it would make them again: {}", place, ex.getMessage());
		}
	}

}
