package io.dbregistry.migration;

import java.util.Locale;
import java.util.Set;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a changelog, which note whether it asks what schema it is applied to.
 */
final class NotingParameters extends ChangeLogParameters {

	private static final Set<String> DEPENDENT = Set.of("database.defaultcatalogname", "database.defaultschemaname",
			"database.defaultschemanameprefix", "database.liquibaseschemaname");

	private boolean dependent;

	NotingParameters(Database database, Contexts contexts, LabelExpression labels) {
		super(database);
		setContexts(contexts);
		setLabels(labels);
	}

	@Override
	public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
		this.dependent |= DEPENDENT.contains(key.toLowerCase(Locale.ROOT));
		return super.getValue(key, changelog);
	}

	/** Whether the changelog is another one in each schema. */
	boolean areDependent() {
		return this.dependent;
	}

}
