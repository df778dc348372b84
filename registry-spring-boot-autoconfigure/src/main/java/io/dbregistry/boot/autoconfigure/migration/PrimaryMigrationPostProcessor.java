package io.dbregistry.boot.autoconfigure.migration;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.liquibase.autoconfigure.DataSourceClosingSpringLiquibase;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.env.Environment;

/**
 * Lets the migrations of the primary database run in the schema of the registry, unless
 * they have a schema or a connection of their own. No two migrations of the application,
 * its own ones either, run at the same time, and none reports its use to the makers of
 * Liquibase, unless the application says that it may.
 */
final class PrimaryMigrationPostProcessor implements BeanPostProcessor {

	/** The name of Spring Boot's own bean. */
	private static final String BOOT = "liquibase";

	private final Environment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	PrimaryMigrationPostProcessor(Environment environment, ConfigurableListableBeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof SpringLiquibase liquibase) {
			if (liquibase.getAnalyticsEnabled() == null) {
				liquibase.setAnalyticsEnabled(false);
			}
			// a subclass of the application's has to stay what it is, to be injected by
			// its type
			if (bean.getClass() == SpringLiquibase.class || bean.getClass() == DataSourceClosingSpringLiquibase.class) {
				return new PrimaryLiquibase(liquibase, runsInTheSchema(liquibase), isFast(),
						() -> database(beanName, liquibase.getDataSource()),
						new ChangelogReader(this.environment, liquibase.getResourceLoader())::locks);
			}
		}
		return bean;
	}

	private boolean runsInTheSchema(SpringLiquibase liquibase) {
		String schema = schema();
		return schema != null && schema.equals(liquibase.getDefaultSchema());
	}

	/** The primary one also when the application has a user of its own for migrations. */
	private @Nullable String database(String beanName, @Nullable DataSource dataSource) {
		for (String bean : this.beanFactory.getBeanNamesForType(DataSource.class, true, false)) {
			if (this.beanFactory.containsBeanDefinition(bean) && this.beanFactory.getSingleton(bean) == dataSource) {
				Object extra = this.beanFactory.getBeanDefinition(bean).getAttribute(Database.class.getName());
				if (extra != null) {
					return extra.toString();
				}
			}
		}
		boolean primary = beanName.equals(BOOT)
				|| dataSource == this.beanFactory.getBeanProvider(DataSource.class).getIfUnique();
		return primary ? Databases.PRIMARY : null;
	}

	private boolean isFast() {
		return this.environment.getProperty("registry.migrations.fast-start", Boolean.class, false);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof LiquibaseProperties properties && properties.getDefaultSchema() == null) {
			properties.setDefaultSchema(schema());
		}
		return bean;
	}

	private @Nullable String schema() {
		return this.environment.getProperty("registry.schema");
	}

}
