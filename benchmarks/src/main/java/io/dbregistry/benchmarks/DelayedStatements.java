package io.dbregistry.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections whose statements, batches and commits take longer, as they do when the
 * server is not on the same machine.
 */
final class DelayedStatements extends DelegatingDataSource {

	private final long nanos;

	private DelayedStatements(DataSource dataSource, long nanos) {
		super(dataSource);
		this.nanos = nanos;
	}

	static DataSource of(DataSource dataSource, long micros) {
		return (micros == 0) ? dataSource : new DelayedStatements(dataSource, micros * 1_000);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return proxy(Connection.class, super.getConnection());
	}

	private <T> T proxy(Class<T> type, T target) {
		Class<?>[] types = { type };
		return type.cast(Proxy.newProxyInstance(DelayedStatements.class.getClassLoader(), types,
				(self, method, arguments) -> invoke(target, method, arguments)));
	}

	private @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
			long end = System.nanoTime() + this.nanos;
			for (long rest = this.nanos; rest > 0; rest = end - System.nanoTime()) {
				LockSupport.parkNanos(rest);
			}
		}
		try {
			Object result = method.invoke(target, arguments);
			return (result instanceof Statement && target instanceof Connection) ? slow(method, result) : result;
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	@SuppressWarnings("unchecked")
	private Object slow(Method method, Object statement) {
		return proxy((Class<Object>) method.getReturnType(), statement);
	}

}
