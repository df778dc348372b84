package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Says which extra databases have a changelog, or are migrated by others, so that nothing
 * else makes their tables.
 */
final class ExtraSchemaManagement implements SchemaManagementProvider {

	private final ListableBeanFactory beanFactory;

	ExtraSchemaManagement(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return this.beanFactory.getBeansOfType(SpringLiquibase.class)
			.values()
			.stream()
			.filter((liquibase) -> !(liquibase instanceof ExtraLiquibase extra) || !extra.isEnabled()
					|| extra.hasChangelog())
			.anyMatch((liquibase) -> ExtraLiquibase.target(liquibase) == dataSource) ? SchemaManagement.MANAGED
					: SchemaManagement.UNMANAGED;
	}

}
