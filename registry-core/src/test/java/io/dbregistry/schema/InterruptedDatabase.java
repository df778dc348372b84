package io.dbregistry.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.testsupport.TestDatabase;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database where something happens just before a statement is sent. */
final class InterruptedDatabase {

	private static final List<String> SENDING = List.of("execute", "addBatch");

	private InterruptedDatabase() {
	}

	/** A second way to a database, which takes statements in batches. */
	static Database of(TestDatabase database, Consumer<String> beforeStatement) {
		return of(database, DatabaseSettings.builder().build(), beforeStatement);
	}

	/**
	 * A second way to a database.
	 * @param beforeStatement what happens before a statement, which it is given
	 */
	static Database of(TestDatabase database, DatabaseSettings settings, Consumer<String> beforeStatement) {
		DriverManagerDataSource source = new DriverManagerDataSource(database.url(), database.username(),
				database.password());
		return Database.adopt("primary", new DelegatingDataSource(source) {
			@Override
			public Connection getConnection() throws SQLException {
				return proxy(Connection.class, super.getConnection(), beforeStatement);
			}
		}, settings);
	}

	private static <T> T proxy(Class<T> type, T target, Consumer<String> beforeStatement) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (type == Statement.class && SENDING.contains(method.getName())) {
					beforeStatement.accept((String) arguments[0]);
				}
				try {
					Object result = method.invoke(target, arguments);
					return (result instanceof Statement statement && method.getName().equals("createStatement"))
							? proxy(Statement.class, statement, beforeStatement) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getTargetException();
				}
			}));
	}

}
