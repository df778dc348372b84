package io.dbregistry.benchmarks;

import javax.sql.DataSource;

import liquibase.UpdateSummaryOutputEnum;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;

/**
 * A {@code SpringLiquibase} for each schema, one after another, as
 * {@code MultiTenantSpringLiquibase} does it.
 */
final class LiquibaseMigration implements Contender {

	private final Tenants tenants;

	private final Tenants.Start start;

	private @Nullable DataSource dataSource;

	private @Nullable ResourceLoader resources;

	LiquibaseMigration(Tenants tenants, Tenants.Start start) {
		this.tenants = tenants;
		this.start = start;
	}

	@Override
	public Product product() {
		return new Product("Liquibase", LiquibaseUtil.getBuildVersion());
	}

	@Override
	public void prepare() throws Exception {
		this.start.prepare(this.tenants);
		this.dataSource = this.tenants.dataSource();
		this.resources = this.tenants.resources();
	}

	@Override
	public long run() throws Exception {
		long done = 0;
		for (String schema : this.tenants.schemas()) {
			SpringLiquibase liquibase = new SpringLiquibase();
			liquibase.setDataSource(this.dataSource);
			liquibase.setResourceLoader(this.resources);
			liquibase.setChangeLog("classpath:" + Tenants.CHANGELOG);
			liquibase.setDefaultSchema(schema);
			liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
			liquibase.setAnalyticsEnabled(false);
			liquibase.afterPropertiesSet();
			done++;
		}
		this.tenants.done();
		return done;
	}

}
