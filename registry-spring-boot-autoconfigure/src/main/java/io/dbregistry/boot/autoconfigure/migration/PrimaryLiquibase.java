package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.migration.ExactSchemas;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

/**
 * Spring Boot's migrations of the primary database, run in exactly the schema of the
 * registry.
 */
final class PrimaryLiquibase extends SpringLiquibase {

	private final SpringLiquibase target;

	PrimaryLiquibase(SpringLiquibase target) {
		this.target = target;
	}

	@Override
	public void afterPropertiesSet() throws LiquibaseException {
		try {
			ExactSchemas.call(() -> {
				this.target.afterPropertiesSet();
				return this.target;
			});
		}
		catch (LiquibaseException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new LiquibaseException(ex);
		}
	}

	@Override
	public DataSource getDataSource() {
		return this.target.getDataSource();
	}

	@Override
	public String getChangeLog() {
		return this.target.getChangeLog();
	}

	@Override
	public String getBeanName() {
		return this.target.getBeanName();
	}

	@Override
	public String getDefaultSchema() {
		return this.target.getDefaultSchema();
	}

	@Override
	public String getLiquibaseSchema() {
		return this.target.getLiquibaseSchema();
	}

	@Override
	public Boolean getAnalyticsEnabled() {
		return this.target.getAnalyticsEnabled();
	}

	@Override
	public String getDatabaseChangeLogTable() {
		return this.target.getDatabaseChangeLogTable();
	}

	@Override
	public String getDatabaseChangeLogLockTable() {
		return this.target.getDatabaseChangeLogLockTable();
	}

}
