package io.dbregistry.migration;

import java.util.Map;

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

	private final Map<String, ChangelogSettings> changelogs;

	NewSchemaStamp(Databases databases, Map<String, ChangelogSettings> changelogs) {
		this.databases = databases;
		this.runs = new MigrationRuns(changelogs);
		this.changelogs = changelogs;
	}

	@Override
	public boolean provisions(String database) {
		ChangelogSettings known = this.changelogs.get(database);
		ChangelogSettings settings = (known != null) ? known : ChangelogSettings.builder().build();
		return settings.enabled() && settings.schemas() == null && ChangelogInputs.isLiquibasePresent()
				&& settings.resources().getResource(settings.locationFor(database)).exists();
	}

	/**
	 * What is said of the tables may fail, as when the changelog is for another product:
	 * the tables are there all the same.
	 */
	@Override
	public void provisioned(String database) {
		try {
			MigrationReport report = this.runs.stamp(this.databases.get(database), (options) -> {
			});
			logger.info("The new tables of database '{}' stand for its changelog: {} change sets count as applied",
					database, report.schemas().stream().mapToInt((schema) -> schema.changeSets().size()).sum());
		}
		catch (MigrationException ex) {
			logger.warn(
					"The changelog of database '{}' does not count as applied, though its tables are new, so that migrating it would make them again: {}",
					database, ex.getMessage());
		}
	}

}
