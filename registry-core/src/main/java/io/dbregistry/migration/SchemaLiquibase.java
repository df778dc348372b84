package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What Liquibase does for one of many schemas.
 */
final class SchemaLiquibase {

	private final DataSource source;

	private final Dialect dialect;

	private final ChangelogSettings settings;

	private final ApplyOptions options;

	SchemaLiquibase(DataSource source, Dialect dialect, ChangelogSettings settings, ApplyOptions options) {
		this.source = source;
		this.dialect = dialect;
		this.settings = settings;
		this.options = options;
	}

	/**
	 * Compiles what is pending in a schema.
	 * @throws MigrationException if Liquibase refuses the changelog or the history
	 */
	Compilation compile(MigrationPlace place, History history) throws SQLException {
		if (!ChangelogInputs.isLiquibasePresent()) {
			throw new MissingLiquibaseException();
		}
		ChangelogInputs inputs = ChangelogInputs.none();
		MigrationTask task = new MigrationTask(place, this.settings, this.options, this.dialect);
		try (Connection connection = new SchemaDataSource(this.source, place.requireSchema()).getConnection()) {
			CompiledChangelog changelog = LiquibaseRun.call(task, connection, true, inputs,
					(run) -> run.compile(connection, this.settings, this.options.range(), history.exists()));
			Optional<String> digest = changelog.complete() ? inputs.digest(this.settings) : Optional.empty();
			int rows = history.rows() + changelog.changeSets().size();
			return new Compilation(changelog,
					digest.map((known) -> new SchemaStates.Note(known, inputs.text(), rows)).orElse(null));
		}
	}

	/**
	 * Migrates a schema; returns what was applied.
	 * @throws MigrationException if that fails
	 */
	List<String> migrate(MigrationPlace place) {
		return new SchemaMigration(this.source, place, this.settings, this.options).migrate();
	}

	/**
	 * What was compiled.
	 *
	 * @param changelog what to execute
	 * @param note the state of a schema afterwards, or {@code null} when something is
	 * still pending then
	 */
	record Compilation(CompiledChangelog changelog, SchemaStates.@Nullable Note note) {

	}

}
