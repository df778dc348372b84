package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.model.Models;
import io.dbregistry.schema.MetadataSource;
import io.dbregistry.schema.Reflection;

import org.springframework.util.ClassUtils;

/**
 * The migrations of one registry.
 */
final class DefaultMigrations implements Migrations {

	private static final boolean YAML = ClassUtils.isPresent("org.yaml.snakeyaml.Yaml",
			DefaultMigrations.class.getClassLoader());

	private final Databases databases;

	private final Models models;

	private final MetadataSource metadata;

	private final Reflection reflection;

	private final MigrationRuns runs;

	DefaultMigrations(Databases databases, Models models, MetadataSource metadata, Reflection reflection,
			Map<String, ChangelogSettings> changelogs) {
		this.databases = databases;
		this.models = models;
		this.metadata = metadata;
		this.reflection = reflection;
		this.runs = new MigrationRuns(changelogs);
	}

	@Override
	public MigrationPlan plan(String database, Consumer<MigrationOptions> options) {
		return planning(database, chosen(options)).plan();
	}

	@Override
	public List<Path> generate(String database, String name, Consumer<MigrationOptions> options) {
		return planning(database, chosen(options)).generate(name);
	}

	@Override
	public Adoption adopt(String database, Consumer<MigrationOptions> options) {
		return planning(database, chosen(options)).adopt(ownTables(database));
	}

	@Override
	public Set<String> ownTables(String database) {
		return OwnTables.of(this.runs.settings(this.databases.get(database)));
	}

	@Override
	public ChangelogSettings settings(String database) {
		return this.runs.settings(this.databases.get(database));
	}

	@Override
	public MigrationReport migrate(String database, Consumer<ApplyOptions> options) {
		return this.runs.migrate(this.databases.get(database), options);
	}

	@Override
	public List<SchemaStatus> status(String database, Consumer<ApplyOptions> options) {
		return this.runs.status(this.databases.get(database), options);
	}

	@Override
	public String sql(String database, Consumer<ApplyOptions> options) {
		return this.runs.sql(this.databases.get(database), options);
	}

	@Override
	public MigrationReport stamp(String database, Consumer<ApplyOptions> options) {
		return this.runs.stamp(this.databases.get(database), options);
	}

	@Override
	public MigrationReport rollback(String database, Consumer<ApplyOptions> options) {
		return this.runs.rollback(this.databases.get(database), options);
	}

	@Override
	public DriftReport drift(String database, Consumer<ApplyOptions> options) {
		return this.runs.drift(this.databases.get(database), options);
	}

	@Override
	public List<MigrationPlan> check(String database, Consumer<MigrationOptions> options) {
		MigrationOptions chosen = chosen(options);
		Stream<Planning> tenants = (chosen.forTenants() || chosen.isLive()) ? Stream.empty()
				: Stream.of(planning(database, chosen, true)).filter(DefaultMigrations::isToBeChecked);
		return check(Stream.concat(Stream.of(planning(database, chosen)), tenants).toList());
	}

	@Override
	public List<MigrationPlan> checkAll(Consumer<MigrationOptions> options) {
		MigrationOptions chosen = chosen(options);
		List<Planning> plannings = this.databases.names()
			.stream()
			.filter((name) -> this.runs.settings(this.databases.get(name)).enabled())
			.flatMap((name) -> (chosen.isLive() ? Stream.of(false) : Stream.of(false, true))
				.map((tenants) -> planning(name, chosen, tenants)))
			.filter(DefaultMigrations::isToBeChecked)
			.toList();
		if (plannings.stream().noneMatch(Planning::hasState)) {
			throw StateFileException.none(chosen.resources());
		}
		return check(plannings);
	}

	private static boolean isToBeChecked(Planning planning) {
		return planning.hasState() || planning.hasModels();
	}

	private static List<MigrationPlan> check(List<Planning> plannings) {
		List<MigrationPlan> plans = plannings.stream().map(Planning::check).toList();
		List<MigrationPlan> pending = plans.stream().filter((plan) -> !plan.steps().isEmpty()).toList();
		if (!pending.isEmpty()) {
			throw new PendingChangesException(pending);
		}
		return plans;
	}

	private static MigrationOptions chosen(Consumer<MigrationOptions> options) {
		if (!YAML) {
			throw new MissingYamlException();
		}
		MigrationOptions chosen = new MigrationOptions();
		options.accept(chosen);
		return chosen;
	}

	private Planning planning(String database, MigrationOptions options) {
		return planning(database, options, options.forTenants());
	}

	private Planning planning(String database, MigrationOptions options, boolean tenants) {
		Database known = this.databases.get(database);
		if (tenants && known == this.databases.primary() && this.databases.find(MigrationFiles.TENANT).isPresent()) {
			throw new MigrationRefusedException(database,
					List.of(("the changelogs of its tenants would be in the folder "
							+ "of database '%s'; give that another name")
						.formatted(MigrationFiles.TENANT)));
		}
		MigrationFiles files = new MigrationFiles(options.resources(), database, tenants);
		return new Planning(known, new WantedTables(known, this.models, this.metadata, tenants), this.reflection, files,
				options);
	}

}
