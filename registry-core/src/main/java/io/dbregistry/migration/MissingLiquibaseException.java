package io.dbregistry.migration;

import io.dbregistry.error.RegistryException;

/**
 * Migrations are to be applied without Liquibase on the class path, which applies them.
 */
public final class MissingLiquibaseException extends RegistryException {

	MissingLiquibaseException() {
		super("Changelogs are applied by Liquibase, and it is not on the class path; add the dependency "
				+ "'org.liquibase:liquibase-core' (in Spring Boot: 'spring-boot-starter-liquibase')");
	}

}
