package io.dbregistry.migration;

import java.util.Collection;
import java.util.Locale;

import liquibase.change.Change;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.serializer.LiquibaseSerializable;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.CallableSqlStatement;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;
import liquibase.statement.core.RuntimeStatement;
import org.jspecify.annotations.Nullable;

/**
 * Finds why what Liquibase does in one schema is not what it does in another one with the
 * same history.
 */
final class Obstacles {

	private static final String CORE = "liquibase.change.core";

	private final Database database;

	Obstacles(Database database) {
		this.database = database;
	}

	/** What a whole changelog has that depends on the schema, or {@code null}. */
	@Nullable String find(DatabaseChangeLog changelog) throws DatabaseException {
		if (changelog.getPreconditions() != null && !isSameEverywhere(changelog.getPreconditions())) {
			return "the changelog has preconditions";
		}
		for (RanChangeSet ran : this.database.getRanChangeSetList()) {
			if (ran.getLastCheckSum() == null
					|| ran.getLastCheckSum().getVersion() != liquibase.ChecksumVersion.latest().getVersion()) {
				return "the history has checksums that are to be made anew";
			}
		}
		return null;
	}

	/** What a pending change set has that depends on the schema, or {@code null}. */
	@Nullable String find(ChangeSet changeSet) throws LiquibaseException {
		String reason = reason(changeSet);
		for (Change change : changeSet.getChanges()) {
			reason = (reason != null) ? reason : reason(change);
		}
		return (reason != null) ? "change set '%s' %s".formatted(changeSet.toString(false), reason) : null;
	}

	private @Nullable String reason(ChangeSet changeSet) throws LiquibaseException {
		if (changeSet.isAlwaysRun()) {
			return "runs always";
		}
		if (changeSet.isRunOnChange() && this.database.getRanChangeSet(changeSet) != null) {
			return "has run before and was changed";
		}
		if (!changeSet.isRunInTransaction()) {
			return "runs outside of a transaction";
		}
		if (changeSet.getRunWith() != null) {
			return "runs with '%s'".formatted(changeSet.getRunWith());
		}
		if (Boolean.FALSE.equals(changeSet.getFailOnError())) {
			return "may fail";
		}
		if (changeSet.getPreconditions() != null && !isSameEverywhere(changeSet.getPreconditions())) {
			return "has preconditions";
		}
		return null;
	}

	private @Nullable String reason(Change change) throws LiquibaseException {
		String name = change.getSerializedObjectName();
		if (!change.getClass().getPackageName().equals(CORE) || change instanceof TagDatabaseChange
				|| change.generateStatementsVolatile(this.database)) {
			return "has the change '%s', which may be another one in each schema".formatted(name);
		}
		if (namesSchema(change)) {
			return "has the change '%s', which names a schema".formatted(name);
		}
		change.finishInitialization();
		for (SqlStatement statement : change.generateStatements(this.database)) {
			if (!isPlain(statement)) {
				return "has the change '%s', which is more than SQL".formatted(name);
			}
		}
		return null;
	}

	private boolean isPlain(SqlStatement statement) {
		return !(statement instanceof ExecutablePreparedStatement || statement instanceof CallableSqlStatement
				|| statement instanceof RawParameterizedSqlStatement || statement instanceof RuntimeStatement
				|| statement.continueOnError()
				|| SqlGeneratorFactory.getInstance().generateStatementsVolatile(statement, this.database));
	}

	/** It is the same when only the product is asked for. */
	private static boolean isSameEverywhere(Precondition precondition) {
		return (precondition instanceof PreconditionLogic several)
				? several.getNestedPreconditions().stream().allMatch(Obstacles::isSameEverywhere)
				: precondition instanceof DBMSPrecondition;
	}

	/** A name that is the one of the schema it is compiled on would be left out. */
	private static boolean namesSchema(@Nullable Object part) {
		if (part instanceof Collection<?> parts) {
			return parts.stream().anyMatch(Obstacles::namesSchema);
		}
		if (!(part instanceof LiquibaseSerializable described) || described.getSerializableFields() == null) {
			return false;
		}
		return described.getSerializableFields().stream().anyMatch((field) -> {
			Object value = described.getSerializableFieldValue(field);
			String lower = field.toLowerCase(Locale.ROOT);
			return (lower.endsWith("schemaname") || lower.endsWith("catalogname")) ? value != null : namesSchema(value);
		});
	}

}
