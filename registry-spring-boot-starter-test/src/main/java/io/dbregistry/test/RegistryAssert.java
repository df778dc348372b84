package io.dbregistry.test;

import java.nio.file.Path;
import java.util.stream.Collectors;

import io.dbregistry.Registry;
import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.migration.MigrationOptions;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.migration.PendingChangesException;
import io.dbregistry.migration.StateFileException;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * An assertion about a registry. Needs no database: models are compared with the
 * committed states of the databases. Not safe for use by several threads.
 */
public final class RegistryAssert extends AbstractAssert<RegistryAssert, Registry> {

	private @Nullable Path resources;

	RegistryAssert(Registry registry) {
		super(registry, RegistryAssert.class);
	}

	/**
	 * Says where changelogs and states are.
	 * @param resources the folder that the class path begins in; unless set,
	 * {@code src/main/resources} of the working directory
	 * @return this assertion
	 */
	public RegistryAssert withResources(Path resources) {
		this.resources = resources;
		return this;
	}

	/**
	 * Makes sure that the models of every database, and of its tenants, ask for nothing
	 * that no migration makes. A database whose changelogs are switched off does not
	 * matter.
	 * @return this assertion
	 * @throws StateFileException if no database has a state, or one is of no use
	 */
	public RegistryAssert hasNoPendingChanges() {
		isNotNull();
		return check(() -> this.actual.migrations().checkAll(this::choose));
	}

	/**
	 * Makes sure that the models of a database, and of its tenants, ask for nothing that
	 * no migration makes.
	 * @param database the name of the database
	 * @return this assertion
	 * @throws NoSuchDatabaseException if the name is not known
	 * @throws StateFileException if the state is of no use
	 */
	public RegistryAssert hasNoPendingChanges(String database) {
		isNotNull();
		return check(() -> this.actual.migrations().check(database, this::choose));
	}

	private void choose(MigrationOptions options) {
		if (this.resources != null) {
			options.resources(this.resources);
		}
	}

	private RegistryAssert check(Runnable check) {
		try {
			check.run();
		}
		catch (PendingChangesException ex) {
			throw failure("%s%n%nStart the application with%n%s", ex.getMessage(),
					ex.getPlans().stream().map(this::command).collect(Collectors.joining("\n")));
		}
		return this;
	}

	private String command(MigrationPlan plan) {
		return "\t--registry.migrations.generate=a_name"
				+ (plan.database().equals(Databases.PRIMARY) ? ""
						: " --registry.migrations.database=" + plan.database())
				+ ((this.resources != null) ? " --registry.migrations.resources=" + this.resources : "")
				+ (plan.isForTenants() ? " --registry.migrations.tenants" : "");
	}

}
