package io.dbregistry.boot.autoconfigure.health;

import java.time.Duration;

import io.dbregistry.Registry;
import io.dbregistry.boot.health.RegistryHealthContributor;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Whether health says what it knows of migrations, and of which databases: of those that
 * the registry migrates, with Liquibase on the class path, unless the interval is 0.
 */
final class MigrationHealthSettings {

	private static final Duration INTERVAL = Duration.ofMinutes(5);

	private final Binder binder;

	private final Duration interval;

	MigrationHealthSettings(ApplicationContext context) {
		this.binder = Binder.get(context.getEnvironment());
		this.interval = ClassUtils.isPresent("liquibase.Liquibase", context.getClassLoader())
				? this.binder.bind("registry.health.migrations-interval", Duration.class).orElse(INTERVAL)
				: Duration.ZERO;
	}

	RegistryHealthContributor contributor(Registry registry, Duration timeout) {
		return this.interval.isZero() ? RegistryHealthContributor.of(registry, timeout)
				: RegistryHealthContributor.withMigrations(registry, timeout, this.interval, this::isMigrated);
	}

	private boolean isMigrated(String database) {
		return this.binder.bind("registry.extra.%s.migrations.enabled".formatted(database), Boolean.class).orElse(true);
	}

}
