package io.dbregistry.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Checks what is said of migrations.
 */
final class MigrationCheck {

	private static final String LIQUIBASE = "liquibase.integration.spring.SpringLiquibase";

	private final PropertyProblems problems;

	private final boolean liquibase;

	MigrationCheck(PropertyProblems problems, @Nullable ClassLoader classLoader) {
		this.problems = problems;
		this.liquibase = ClassUtils.isPresent(LIQUIBASE, classLoader);
	}

	/** What holds for all databases, and the primary's tenants. */
	void check(MigrationProperties migrations) {
		if (migrations.workers() < 1) {
			this.problems.add("registry.migrations.workers is '%d', and somebody has to migrate; give at least 1"
				.formatted(migrations.workers()));
		}
		checkTenants("registry.migrations", migrations.tenantSchemas(), migrations.tenantSchemasQuery());
	}

	/** An extra database. */
	void check(String property, RegistryProperties.Extra extra) {
		requireLiquibase(property + ".liquibase.change-log", extra.liquibase().changeLog());
		requireLiquibase(property + ".migrations.tenant-change-log", extra.migrations().tenantChangeLog());
		checkTenants(property + ".migrations", extra.migrations().tenantSchemas(),
				extra.migrations().tenantSchemasQuery());
	}

	private void checkTenants(String prefix, @Nullable List<String> schemas, @Nullable String query) {
		String listed = prefix + ".tenant-schemas";
		String asked = prefix + ".tenant-schemas-query";
		requireLiquibase(listed, (schemas != null) ? String.join(",", schemas) : null);
		requireLiquibase(asked, query);
		if (schemas != null && query != null) {
			this.problems
				.add("%s and %s are both set, and only one can say which schemas tenants have; remove one of them"
					.formatted(listed, asked));
		}
		if (schemas != null && schemas.stream().anyMatch(String::isBlank)) {
			this.problems.add("%s is '%s', and one of these names is empty; correct it".formatted(listed,
					String.join(",", schemas)));
		}
	}

	private void requireLiquibase(String property, @Nullable String value) {
		if (value != null && !this.liquibase) {
			this.problems.add(("%s is '%s', but Liquibase is not on the class path; add spring-boot-starter-liquibase, "
					+ "or remove it")
				.formatted(property, value));
		}
	}

}
