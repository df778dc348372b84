package io.dbregistry.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dbregistry.boot.autoconfigure.RegistryProperties.Primary;
import io.dbregistry.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;

/**
 * Checks {@code registry.database.*} against {@code spring.datasource.*}: whatever one of
 * them says in vain is reported.
 */
final class PrimaryCheck {

	private final PropertyProblems problems;

	private final @Nullable ClassLoader classLoader;

	PrimaryCheck(PropertyProblems problems, @Nullable ClassLoader classLoader) {
		this.problems = problems;
		this.classLoader = classLoader;
	}

	void check(Primary primary) {
		Map<String, @Nullable String> others = new LinkedHashMap<>();
		others.put("driver-class-name", primary.driverClassName());
		others.put("password", primary.password());
		others.put("username", primary.username());
		if (primary.url() == null) {
			others.forEach(this::checkOrphan);
			return;
		}
		Drivers.problem("registry.database", primary.url(), primary.driverClassName(), this.classLoader)
			.ifPresent(this.problems::add);
		checkUrl(primary.url());
		others.forEach(this::checkUseless);
		if (springBoots("jndi-name") != null) {
			this.problems.add("registry.database.url and spring.datasource.jndi-name are both set; keep one");
		}
	}

	private void checkOrphan(String key, @Nullable String value) {
		if (value != null) {
			this.problems.add(("registry.database.%s is set, but registry.database.url is not; set the URL as well, "
					+ "or use spring.datasource.%s")
				.formatted(key, key));
		}
	}

	private void checkUrl(String url) {
		String other = springBoots("url");
		if (other != null && !other.equals(url)) {
			this.problems
				.add("registry.database.url '%s' and spring.datasource.url '%s' are both set and differ; keep one"
					.formatted(new DatabaseUrl(url), new DatabaseUrl(other)));
		}
	}

	/**
	 * Names no values: they may be secret.
	 */
	private void checkUseless(String key, @Nullable String value) {
		String other = springBoots(key);
		if (other != null && !other.equals(value)) {
			this.problems.add(("spring.datasource.%s is set, but not used beside registry.database.url; "
					+ "set registry.database.%s instead, or remove it")
				.formatted(key, key));
		}
	}

	private @Nullable String springBoots(String key) {
		return this.problems.bind("spring.datasource." + key, Bindable.of(String.class));
	}

}
