package io.dbregistry.boot.autoconfigure.migration;

import java.sql.Connection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.dbregistry.database.Databases;
import io.dbregistry.migration.ChangelogMigration;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.ExactSchemas;
import io.dbregistry.migration.LiquibaseTurn;
import io.dbregistry.migration.MigrationException;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ReflectionUtils;

/**
 * Migrations of Spring Boot, or of the application, with all that was set, but never at
 * the same time as others in this JVM, nor as other instances; those of the primary
 * database in exactly the schema of the registry. With a fast start they run only when
 * something may be to be done:
 * <ol>
 * <li>One query, on the connections of the migrations, for what was noted when Liquibase
 * ran last. It holds while the files of the changelog, contexts, labels, parameters,
 * schemas, the table of the history and the version of Liquibase are the same.</li>
 * <li>What is done at each start, such as dropping first, is never skipped; nor is
 * anything with a customizer, whose effect is not known.</li>
 * <li>After Liquibase has run, what there is now is noted.</li>
 * </ol>
 * What fails is told as for the extra databases: by database, schema, change set and next
 * step.
 */
final class PrimaryLiquibase extends SpringLiquibase {

	private static final Logger logger = LoggerFactory.getLogger(PrimaryLiquibase.class);

	private final boolean exact;

	private final boolean fast;

	private final Supplier<@Nullable String> database;

	private final Consumer<ChangelogSettings.Builder> locks;

	private @Nullable ChangeSetWatch watch;

	/**
	 * Creates the migrations.
	 * @param original what was set
	 * @param exact whether the schema is named exactly
	 * @param fast whether the start is to be fast
	 * @param database asked for the name of the database, which is {@code null} when the
	 * registry does not know it
	 * @param locks sets how others are waited for
	 */
	PrimaryLiquibase(SpringLiquibase original, boolean exact, boolean fast, Supplier<@Nullable String> database,
			Consumer<ChangelogSettings.Builder> locks) {
		ReflectionUtils.doWithFields(SpringLiquibase.class, (field) -> {
			ReflectionUtils.makeAccessible(field);
			field.set(this, field.get(original));
		}, ReflectionUtils.COPYABLE_FIELDS);
		this.exact = exact;
		this.fast = fast;
		this.database = database;
		this.locks = locks;
	}

	/** Whether the schema is named exactly. */
	boolean isExact() {
		return this.exact;
	}

	@Override
	public void afterPropertiesSet() throws LiquibaseException {
		if (!this.fast || isDoneAtEachStart()) {
			run();
			return;
		}
		ChangelogMigration migration = ChangelogMigration.of(Databases.PRIMARY, this.defaultSchema, settings());
		if (migration.isUpToDate(this.dataSource)) {
			logger.info("The primary database has all of '{}'; Liquibase is not asked", this.changeLog);
			return;
		}
		run();
		note(migration);
	}

	private boolean isDoneAtEachStart() {
		return !this.shouldRun || this.dropFirst || this.clearCheckSums || this.testRollbackOnUpdate || this.tag != null
				|| this.rollbackFile != null || this.customizer != null;
	}

	private ChangelogSettings settings() {
		ChangelogSettings.Builder settings = ChangelogSettings.builder()
			.location(this.changeLog)
			.contexts(this.contexts)
			.labels(this.labelFilter)
			.parameters((this.parameters != null) ? this.parameters : Map.of())
			.historySchema(this.liquibaseSchema)
			.analytics(this.analyticsEnabled)
			.resources(this.resourceLoader);
		this.locks.accept(settings);
		if (this.databaseChangeLogTable != null) {
			settings.historyTable(this.databaseChangeLogTable);
		}
		if (this.databaseChangeLogLockTable != null) {
			settings.lockTable(this.databaseChangeLogLockTable);
		}
		return settings.build();
	}

	private void run() throws LiquibaseException {
		ChangelogMigration known = findMigration();
		Customizer<Liquibase> own = this.customizer;
		ChangeSetWatch watching = new ChangeSetWatch(own);
		this.customizer = watching;
		this.watch = watching;
		try {
			if (known != null) {
				alone(known);
			}
			else {
				inTurn();
			}
		}
		catch (LiquibaseException | RuntimeException ex) {
			// what fails without a connection, or in a customizer, is what it is
			if (known != null && watching.isMigrating()) {
				throw known.failure(watching.current(), ex);
			}
			throw ex;
		}
		catch (Exception ex) {
			throw new LiquibaseException(ex);
		}
		finally {
			this.customizer = own;
		}
	}

	/** What runs, unless nothing does or the registry does not know the database. */
	private @Nullable ChangelogMigration findMigration() {
		String name = this.shouldRun ? this.database.get() : null;
		return (name != null) ? ChangelogMigration.of(name, this.defaultSchema, settings()) : null;
	}

	/**
	 * Liquibase makes its tables before it locks them, and does not know of instances
	 * that are migrated by hand.
	 */
	private void alone(ChangelogMigration migration) throws Exception {
		DataSource own = this.dataSource;
		try {
			migration.alone(own, (locked) -> {
				this.dataSource = locked;
				inTurn();
			});
		}
		finally {
			this.dataSource = own;
		}
	}

	private void inTurn() throws Exception {
		LiquibaseTurn.call(() -> this.exact ? ExactSchemas.call(this::migrate) : migrate());
	}

	@Override
	protected Liquibase createLiquibase(Connection connection) throws LiquibaseException {
		if (this.watch != null) {
			this.watch.begin();
		}
		return super.createLiquibase(connection);
	}

	private boolean migrate() throws LiquibaseException {
		super.afterPropertiesSet();
		return true;
	}

	/** The next start is slower without it, and nothing else. */
	private void note(ChangelogMigration migration) {
		try {
			migration.note(this.dataSource);
		}
		catch (MigrationException ex) {
			logger.warn("The next start can't be fast, since what was migrated can't be noted: {}", ex.getMessage());
		}
	}

}
