package io.dbregistry.boot.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The meters of registries, each with the tags {@code registry} (the name of the bean)
 * and {@code database}:
 * <ul>
 * <li>{@code registry.database.open.time}: how long it took to open it last;
 * <li>{@code registry.database.holders}: how many hold it open;
 * <li>{@code registry.database.state}: 1 for the state in the tag {@code state}, 0 for
 * the others;
 * <li>{@code registry.database.unconnected.uses}: how often it was used while it was not
 * open.
 * </ul>
 * The pool's own meters are Spring Boot's. Safe for use by several threads.
 */
public final class RegistryMetrics implements MeterBinder {

	private final Map<String, Registry> registries;

	/**
	 * Creates the meters of registries.
	 * @param registries the registries by the value of the tag
	 */
	public RegistryMetrics(Map<String, Registry> registries) {
		this.registries = Map.copyOf(registries);
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		this.registries.forEach((name, registry) -> registry.databases()
			.forEach((database) -> bind(database, Tags.of("registry", name, "database", database.name()), meters)));
	}

	private static void bind(Database database, Tags tags, MeterRegistry meters) {
		TimeGauge.builder("registry.database.open.time", database, TimeUnit.NANOSECONDS, RegistryMetrics::openNanos)
			.description("How long it took to open the database last")
			.tags(tags)
			.register(meters);
		Gauge.builder("registry.database.holders", database, (source) -> source.status().holders().size())
			.description("How many hold the database open")
			.tags(tags)
			.register(meters);
		FunctionCounter
			.builder("registry.database.unconnected.uses", database, (source) -> source.status().unconnectedUses())
			.description("How often the database was used while it was not open")
			.tags(tags)
			.register(meters);
		for (DatabaseStatus.State state : DatabaseStatus.State.values()) {
			Gauge.builder("registry.database.state", database, (source) -> (source.status().state() == state) ? 1 : 0)
				.description("1 for the state that the database is in")
				.tags(tags.and("state", state.name().toLowerCase(Locale.ROOT)))
				.register(meters);
		}
	}

	private static double openNanos(Database database) {
		DatabaseStatus.Server server = database.status().server();
		return (server != null) ? server.openTime().toNanos() : Double.NaN;
	}

}
