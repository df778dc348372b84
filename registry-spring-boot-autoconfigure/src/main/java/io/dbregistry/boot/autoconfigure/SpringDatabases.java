package io.dbregistry.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryBuilder;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The databases of the application, made from its pools and from nothing else of it: what
 * initialises them must not wait for a bean that waits for them.
 */
final class SpringDatabases {

	private final Database primary;

	private final Map<String, Database> extras = new LinkedHashMap<>();

	SpringDatabases(ConfigurableListableBeanFactory beanFactory, RegistryProperties properties, FrozenDatabases names,
			ModelTables tables) {
		String primaryBean = PrimaryDataSources.find(beanFactory)
			.orElseThrow(() -> ApplicationDataSourceException.notUnique(PrimaryDataSources.candidates(beanFactory)));
		this.primary = adopt(Databases.PRIMARY, primaryBean, properties.primarySettings(), tables, beanFactory);
		for (String name : names.extras()) {
			this.extras.put(name, adopt(name, ExtraBeans.dataSourceName(name), properties.extra(name).settings(),
					tables, beanFactory));
		}
	}

	private static Database adopt(String name, String bean, DatabaseSettings.Builder settings, ModelTables tables,
			ConfigurableListableBeanFactory beanFactory) {
		DataSource dataSource = beanFactory.getBean(bean, DataSource.class);
		settings.transactionManager(() -> TransactionManagers.of(name, dataSource, beanFactory));
		OpenHooks.of(name, beanFactory).forEach(settings::openHook);
		settings.openHook(tables.of(name, dataSource, settings.build()));
		// it drops tables at the end, and needs the pool for that
		beanFactory.registerDependentBean(bean, "registryModelTablesInitializer");
		return Database.adopt(name, dataSource, settings.build());
	}

	Database primary() {
		return this.primary;
	}

	/**
	 * Begins a registry over these databases.
	 */
	RegistryBuilder registry() {
		RegistryBuilder builder = Registry.builder().database(this.primary);
		this.extras.forEach(builder::extra);
		return builder;
	}

}
