package io.dbregistry.boot.autoconfigure;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Makes the beans of an extra database as Spring Boot makes those of the primary one.
 * Called by reflection, also from code that was generated ahead of time: the names of the
 * methods are used in {@link ExtraDatabasesRegistrar}.
 */
final class ExtraBeans {

	private ExtraBeans() {
	}

	static String dataSourceName(String database) {
		return database + "DataSource";
	}

	static String jdbcTemplateName(String database) {
		return database + "JdbcTemplate";
	}

	static String jdbcClientName(String database) {
		return database + "JdbcClient";
	}

	static String transactionManagerName(String database) {
		return database + "TransactionManager";
	}

	/**
	 * The pool, which connects to nothing before it is first used.
	 */
	static HikariDataSource dataSource(String database, RegistryProperties properties, Environment environment) {
		RegistryProperties.Extra extra = properties.extra(database);
		String url = String.valueOf(extra.url());
		HikariDataSource dataSource = DataSourceBuilder.create()
			.type(HikariDataSource.class)
			.driverClassName(Drivers.className(url, extra.driverClassName()))
			.url(url)
			.username(extra.username())
			.password(extra.password())
			.build();
		dataSource.setPoolName(database);
		dataSource.setMinimumIdle(1);
		dataSource.setSchema(extra.schema());
		if (Boolean.FALSE.equals(extra.required())) {
			// else whoever uses it while it is silent connects himself, without a limit
			// and one after the other
			dataSource.setInitializationFailTimeout(-1);
		}
		Binder binder = Binder.get(environment);
		binder.bind("registry.defaults.hikari", Bindable.ofInstance(dataSource));
		binder.bind("registry.extra." + database + ".hikari", Bindable.ofInstance(dataSource));
		return dataSource;
	}

	static JdbcTemplate jdbcTemplate(DataSource dataSource, ObjectProvider<JdbcProperties> properties,
			ObjectProvider<SQLExceptionTranslator> exceptionTranslator) {
		JdbcTemplate jdbcTemplate = new JdbcTemplate(dataSource);
		properties.ifAvailable((jdbc) -> configure(jdbcTemplate, jdbc.getTemplate()));
		exceptionTranslator.ifUnique(jdbcTemplate::setExceptionTranslator);
		return jdbcTemplate;
	}

	private static void configure(JdbcTemplate jdbcTemplate, JdbcProperties.Template template) {
		jdbcTemplate.setIgnoreWarnings(template.isIgnoreWarnings());
		jdbcTemplate.setFetchSize(template.getFetchSize());
		jdbcTemplate.setMaxRows(template.getMaxRows());
		jdbcTemplate.setSkipResultsProcessing(template.isSkipResultsProcessing());
		jdbcTemplate.setSkipUndeclaredResults(template.isSkipUndeclaredResults());
		jdbcTemplate.setResultsMapCaseInsensitive(template.isResultsMapCaseInsensitive());
		if (template.getQueryTimeout() != null) {
			jdbcTemplate.setQueryTimeout((int) template.getQueryTimeout().getSeconds());
		}
	}

	static JdbcClient jdbcClient(JdbcOperations jdbcOperations) {
		return JdbcClient.create(jdbcOperations);
	}

	static DataSourceTransactionManager transactionManager(DataSource dataSource, Environment environment,
			ObjectProvider<TransactionManagerCustomizers> customizers) {
		boolean translate = environment.getProperty("spring.dao.exceptiontranslation.enabled", Boolean.class, true);
		DataSourceTransactionManager transactionManager = translate ? new JdbcTransactionManager(dataSource)
				: new DataSourceTransactionManager(dataSource);
		customizers.ifAvailable((all) -> all.customize(transactionManager));
		return transactionManager;
	}

}
