package io.dbregistry.boot.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.migration.Migrations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/**
 * The health of a registry: one component for each database.
 * <p>
 * All databases are asked at the same time, and all together have one time limit. A
 * database that is open is asked a real query; one that is not open is never opened. One
 * that does not answer is {@code DOWN}, or {@code UNKNOWN} when the application does not
 * require it. Details hold no URL and no user. What migrations are pending, and which
 * schemas differ from others, changes no status and is never waited for. Safe for use by
 * several threads.
 */
public final class RegistryHealthContributor implements CompositeHealthContributor {

	private final Map<String, DatabaseProbe> probes = new LinkedHashMap<>();

	private final Duration timeout;

	private RegistryHealthContributor(Iterable<Database> databases, Duration timeout,
			Function<Database, @Nullable MigrationHealth> migrations) {
		databases.forEach((database) -> this.probes.put(database.name(),
				new DatabaseProbe(database, timeout, migrations.apply(database))));
		this.timeout = timeout;
	}

	/**
	 * Creates the contributor of a registry.
	 * @param registry the registry
	 * @param timeout the longest time that all its databases together have to answer
	 * @return the contributor
	 */
	public static RegistryHealthContributor of(Registry registry, Duration timeout) {
		return new RegistryHealthContributor(registry.databases(), timeout, (database) -> null);
	}

	/**
	 * Creates the contributor of a registry that also says what it knows of migrations,
	 * for which Liquibase has to be on the class path.
	 * @param registry the registry
	 * @param timeout the longest time that all its databases together have to answer
	 * @param interval how old what is known of migrations may be before it is read anew
	 * @param migrated the names of the databases that are migrated
	 * @return the contributor
	 */
	public static RegistryHealthContributor withMigrations(Registry registry, Duration timeout, Duration interval,
			Predicate<String> migrated) {
		Migrations migrations = registry.migrations();
		return new RegistryHealthContributor(registry.databases(), timeout, (database) -> migrated.test(database.name())
				? new MigrationHealth(migrations, database, interval) : null);
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		DatabaseProbe probe = this.probes.get(name);
		return (probe != null) ? new DatabaseHealthIndicator(probe, new HealthRound(List.of(probe), this.timeout))
				: null;
	}

	/**
	 * The components, for one round of questions: the first one asked starts the
	 * questions to all.
	 */
	@Override
	public Stream<Entry> stream() {
		HealthRound round = new HealthRound(new ArrayList<>(this.probes.values()), this.timeout);
		return this.probes.entrySet()
			.stream()
			.map((probe) -> new Entry(probe.getKey(), new DatabaseHealthIndicator(probe.getValue(), round)));
	}

}
