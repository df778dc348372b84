package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.migration.MigrationPlan.Step;
import io.dbregistry.schema.Reflection;

/**
 * The next migration of one database, or of the tenants in it: planned from the committed
 * state, or from what the database has.
 */
final class Planning {

	private static final String HOLDER = "migrations";

	private final Database database;

	private final WantedTables tables;

	private final Reflection reflection;

	private final MigrationOptions options;

	private final MigrationFiles files;

	Planning(Database database, WantedTables tables, Reflection reflection, MigrationFiles files,
			MigrationOptions options) {
		this.database = database;
		this.tables = tables;
		this.reflection = reflection;
		this.options = options;
		this.files = files;
	}

	boolean hasState() {
		return this.files.hasState();
	}

	boolean hasModels() {
		return !this.tables.declared().tables().isEmpty();
	}

	/**
	 * Plans without asking a database that was never migrated for its product: all of its
	 * tables are missing then.
	 */
	MigrationPlan check() {
		return (hasState() || this.options.isLive() || !hasModels()) ? plan() : first();
	}

	private MigrationPlan first() {
		return new MigrationPlan(Metadata.of(this.database.name(), List.of()),
				this.tables.declared()
					.tables()
					.stream()
					.map((table) -> new Step(new TableAdded(table), false))
					.toList(),
				List.of(),
				List.of("There is no state '%s' yet; the first migration makes all tables: where they are there already, adopt them in its place"
					.formatted(this.files.stateName())))
			.forTenants(this.tables.ofTenants());
	}

	MigrationPlan plan() {
		return draft().plan();
	}

	/** Writes the next migration; the state also when only that lags behind. */
	List<Path> generate(String name) {
		Draft draft = draft();
		MigrationState state = draft.state();
		String migration = this.files.next(state, name);
		if (draft.plan().steps().isEmpty()) {
			MigrationState after = new MigrationState(state.product(), state.migration(), state.parent(),
					draft.after());
			return (this.options.isLive() && !(hasState() && after.equals(state))) ? List.of(this.files.write(after))
					: List.of();
		}
		Changelog changelog = new Changelog(Dialect.named(state.product()), draft.plan());
		return this.files.write(migration, changelog, state.next(migration, draft.after()));
	}

	/**
	 * Writes what the database has of what its models ask for as the first state.
	 * @param own the tables of migrations themselves
	 */
	Adoption adopt(Set<String> own) {
		this.files.requireNoState();
		try (Lease open = this.database.acquire(HOLDER)) {
			Dialect dialect = this.database.dialect();
			Metadata wanted = this.tables.in(dialect);
			Metadata live = live(wanted);
			Metadata found = LiveState.restrict(live, (name) -> LiveState.has(wanted, name));
			Path file = this.files.write(new MigrationState(dialect.product(), null, null, found));
			return new Adoption(file, names(found, (name) -> true), names(wanted, (name) -> found.find(name).isEmpty()),
					names(live, (name) -> wanted.find(name).isEmpty() && !own.contains(name.name())));
		}
	}

	private static List<QualifiedName> names(Metadata metadata, Predicate<QualifiedName> condition) {
		return metadata.tables().stream().map(Table::name).filter(condition).toList();
	}

	private Draft draft() {
		if (!this.options.isLive()) {
			return committed();
		}
		try (Lease open = this.database.acquire(HOLDER)) {
			return live(this.database.dialect());
		}
	}

	private Draft committed() {
		MigrationState state = state(this::product);
		Dialect dialect = Dialect.named(state.product());
		Metadata wanted = this.tables.in(dialect);
		MigrationPlan plan = plan(state.metadata(), wanted, dialect::align, dialect);
		return new Draft(state, plan, plan.after());
	}

	private Draft live(Dialect dialect) {
		MigrationState state = state(dialect::product);
		requireProduct(state, dialect);
		Metadata wanted = this.tables.in(dialect);
		LiveComparison comparison = new LiveComparison(dialect, live(wanted), wanted, renames(dialect));
		MigrationPlan plan;
		Metadata after;
		if (this.options.isDeep()) {
			TriedTables tried = new TriedTables(dialect, wanted, this.reflection.tryOut(wanted));
			plan = plan(comparison.from(), wanted, tried::align, dialect);
			after = tried.restate(plan.after());
		}
		else {
			plan = plan(comparison.from(), wanted, dialect::align, dialect);
			after = plan.after();
		}
		List<String> differences = hasState() ? comparison.differences(state.metadata(), this.files.stateName())
				: List.of();
		return new Draft(state, plan.with(differences), LiveState.join(after, comparison.leftOf(state.metadata())));
	}

	private MigrationPlan plan(Metadata from, Metadata wanted, BinaryOperator<Table> align, Dialect dialect) {
		return Planner.plan(from, wanted, align, renames(dialect), this.options.destroys())
			.with(this.tables.hints(wanted))
			.forTenants(this.tables.ofTenants());
	}

	/** The state, which knows all changelogs beside it. */
	private MigrationState state(Supplier<String> product) {
		MigrationState state = this.files.findState()
			.orElseGet(
					() -> new MigrationState(product.get(), null, null, Metadata.of(this.database.name(), List.of())));
		this.files.requireKnown(state);
		return state;
	}

	private String product() {
		try (Lease open = this.database.acquire(HOLDER)) {
			return this.database.dialect().product();
		}
	}

	private void requireProduct(MigrationState state, Dialect dialect) {
		if (!state.product().equals(dialect.product())) {
			throw new MigrationRefusedException(this.database.name(),
					List.of(("its changelogs are for '%s', as the state '%s' says, and '%s' answers; "
							+ "ask a database of that product, or compare with the state")
						.formatted(state.product(), this.files.stateName(), dialect.product())));
		}
	}

	private List<Change> renames(Dialect dialect) {
		return Renames.of(this.tables.models(), dialect, this.database);
	}

	private Metadata live(Metadata wanted) {
		return LiveState.read(this.reflection, this.database, this.tables.ofTenants() ? this.options.tenant() : null,
				wanted);
	}

	/**
	 * A plan before it is written.
	 *
	 * @param state the state that it is written after
	 * @param after what the state is then
	 */
	private record Draft(MigrationState state, MigrationPlan plan, Metadata after) {

	}

}
