package io.dbregistry.boot.autoconfigure;

import java.util.UUID;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Contexts with what an application with the starter has.
 */
public final class RegistryContexts {

	static final Class<?>[] CONFIGURATIONS = { RegistryDatabaseAutoConfiguration.class, RegistryAutoConfiguration.class,
			DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
			DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
			TransactionManagerCustomizationAutoConfiguration.class };

	private RegistryContexts() {
	}

	/**
	 * Without any property.
	 */
	public static ApplicationContextRunner bare() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CONFIGURATIONS));
	}

	/**
	 * With a primary database and the extra database {@code analytics}, both in memory.
	 */
	public static ApplicationContextRunner two() {
		return bare().withPropertyValues("registry.database.url=" + memory(), "registry.extra.analytics=" + memory());
	}

	public static String memory() {
		return "jdbc:h2:mem:" + UUID.randomUUID();
	}

	/** How many rows a table has, as a client of the context sees it. */
	public static int rows(ApplicationContext context, String client, String table) {
		return context.getBean(client, JdbcClient.class)
			.sql("select count(*) from " + table)
			.query(Integer.class)
			.single();
	}

}
