package io.dbregistry.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.dbregistry.Registry;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/**
 * Takes the extra databases out of Spring Boot's {@code db} component: it waits for each
 * in turn and without a time limit of its own, and does not know which ones the
 * application can do without. They are in {@code registry}.
 */
final class DbHealthPostProcessor implements BeanPostProcessor {

	private static final String DB = "dbHealthContributor";

	private final ObjectProvider<Registry> registries;

	DbHealthPostProcessor(ObjectProvider<Registry> registries) {
		this.registries = registries;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (beanName.equals(DB) && bean instanceof CompositeHealthContributor composite) ? withoutExtras(composite)
				: bean;
	}

	private HealthContributor withoutExtras(CompositeHealthContributor composite) {
		Set<String> extras = this.registries.stream()
			.flatMap((registry) -> registry.databases().names().stream())
			.filter((name) -> !name.equals(Databases.PRIMARY))
			.map((name) -> name + "DataSource")
			.collect(Collectors.toSet());
		Map<String, HealthContributor> rest = new LinkedHashMap<>();
		composite.stream()
			.filter((entry) -> !extras.contains(entry.name()))
			.forEach((entry) -> rest.put(entry.name(), entry.contributor()));
		return (rest.size() == 1) ? rest.values().iterator().next() : CompositeHealthContributor.fromMap(rest);
	}

}
