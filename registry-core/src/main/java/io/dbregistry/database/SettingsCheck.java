package io.dbregistry.database;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.ClassUtils;

/**
 * What is wrong with settings, whatever the pool.
 */
final class SettingsCheck {

	private SettingsCheck() {
	}

	static List<String> problems(String name, DatabaseSettings settings) {
		List<String> problems = new ArrayList<>();
		if (settings.openTimeout().toMillis() < 1) {
			problems.add("Database '%s' has the open timeout '%s'; it must be at least 1 ms".formatted(name,
					settings.openTimeout()));
		}
		if (settings.schema() != null && settings.schema().isBlank()) {
			problems.add(
					"Database '%s' has the blank schema '%s'; name one, or leave the setting out for the connection's default"
						.formatted(name, settings.schema()));
		}
		String driver = settings.driverClassName();
		if (driver != null && !ClassUtils.isPresent(driver, null)) {
			problems.add(
					"Database '%s' has the driver class '%s', which is not on the class path; add its dependency, or correct the name"
						.formatted(name, driver));
		}
		return problems;
	}

	/**
	 * What is wrong with settings for a pool that somebody else built.
	 */
	static List<String> adoptionProblems(String name, DatabaseSettings settings) {
		List<String> problems = new ArrayList<>(problems(name, settings));
		boolean describesPool = settings.username() != null || settings.password() != null
				|| settings.driverClassName() != null || !settings.pool().isEmpty();
		if (describesPool) {
			problems.add(("Database '%s' uses a pool that was built elsewhere; set user, password, driver and pool "
					+ "options there")
				.formatted(name));
		}
		if (settings.rollback()) {
			problems
				.add(("Database '%s' uses a pool that was built elsewhere, so rollback mode cannot hold for all its "
						+ "users; give a URL instead of a DataSource")
					.formatted(name));
		}
		if (settings.onUnconnected() == DatabaseSettings.OnUnconnected.FAIL) {
			problems.add(("Database '%s' uses a pool that was built elsewhere and is usable without opening it; "
					+ "remove the setting on-unconnected")
				.formatted(name));
		}
		return problems;
	}

}
