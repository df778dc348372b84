package io.dbregistry.boot.autoconfigure.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Another instance is always a moment faster to make the tables of Liquibase. */
abstract class TableRaceContractTests {

	@AutoClose
	private final TestDatabase database;

	private final DriverManagerDataSource connections;

	TableRaceContractTests(TestServer server) {
		this.database = server.create();
		this.connections = new DriverManagerDataSource(this.database.url(), this.database.username(),
				this.database.password());
	}

	@Test
	void thePrimaryIsMigratedAllTheSame() throws Exception {
		FasterInstance faster = new FasterInstance();
		SpringLiquibase original = new SpringLiquibase();
		original.setDataSource(faster);
		original.setResourceLoader(new DefaultResourceLoader());
		original.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
		original.setAnalyticsEnabled(false);
		new PrimaryLiquibase(original, false, false, () -> "primary").afterPropertiesSet();
		JdbcClient client = JdbcClient.create(this.connections);
		assertThat(faster.made).hasSize(2);
		assertThat(client.sql("select ID from DATABASECHANGELOG").query(String.class).list()).containsExactly("visit");
		assertThat(client.sql("select count(*) from DATABASECHANGELOGLOCK where LOCKED <> false")
			.query(Integer.class)
			.single()).isZero();
	}

	/** Makes each table right before it is made. */
	private final class FasterInstance extends DelegatingDataSource {

		private final Set<String> made = new HashSet<>();

		FasterInstance() {
			super(TableRaceContractTests.this.connections);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return proxy(Connection.class, (method, arguments) -> {
				Object result = method.invoke(connection, arguments);
				return method.getName().equals("createStatement") ? slow((Statement) result) : result;
			});
		}

		private Statement slow(Statement statement) {
			return proxy(Statement.class, (method, arguments) -> {
				if (method.getName().startsWith("execute") && arguments != null
						&& String.valueOf(arguments[0]).toUpperCase(Locale.ROOT).startsWith("CREATE TABLE")
						&& String.valueOf(arguments[0]).toUpperCase(Locale.ROOT).contains("DATABASECHANGELOG")
						&& this.made.add(String.valueOf(arguments[0]))) {
					JdbcClient.create(TableRaceContractTests.this.connections)
						.sql(String.valueOf(arguments[0]))
						.update();
				}
				return method.invoke(statement, arguments);
			});
		}

		private static <T> T proxy(Class<T> type, Call call) {
			return type.cast(Proxy.newProxyInstance(TableRaceContractTests.class.getClassLoader(),
					new Class<?>[] { type }, (proxy, method, arguments) -> {
						try {
							return call.run(method, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					}));
		}

	}

	/** A call of a method. */
	@FunctionalInterface
	private interface Call {

		Object run(Method method, Object[] arguments) throws Exception;

	}

}
