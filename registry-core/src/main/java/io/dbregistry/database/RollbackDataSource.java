package io.dbregistry.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out one connection whose transaction is undone at the end. A transaction of a
 * borrower is a savepoint of that one.
 */
final class RollbackDataSource extends AbstractDataSource implements AutoCloseable {

	private final Connection target;

	private final boolean failureEndsTransaction;

	RollbackDataSource(Connection target, boolean failureEndsTransaction) throws SQLException {
		this.target = target;
		this.failureEndsTransaction = failureEndsTransaction;
		target.setAutoCommit(false);
	}

	@Override
	public Connection getConnection() {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				new Borrowed());
	}

	@Override
	public Connection getConnection(String username, String password) {
		throw new UnsupportedOperationException("In rollback mode there is one connection, of the configured user");
	}

	@Override
	public void close() throws SQLException {
		try (this.target) {
			this.target.rollback();
			this.target.setAutoCommit(true);
		}
	}

	/**
	 * What one borrower does to the connection.
	 */
	private final class Borrowed implements InvocationHandler {

		private @Nullable Savepoint begin;

		private boolean closed;

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			return switch (method.getName()) {
				case "equals" -> arguments != null && proxy == arguments[0];
				case "hashCode" -> System.identityHashCode(proxy);
				case "isClosed" -> this.closed;
				case "close" -> {
					end(false);
					this.closed = true;
					yield null;
				}
				case "getAutoCommit" -> this.begin == null;
				case "setAutoCommit" -> {
					end(true);
					this.begin = Boolean.FALSE.equals((arguments != null) ? arguments[0] : null)
							? RollbackDataSource.this.target.setSavepoint() : null;
					yield null;
				}
				case "commit" -> {
					restart(true);
					yield null;
				}
				case "rollback" -> {
					if (arguments != null) {
						yield call(method, arguments);
					}
					restart(false);
					yield null;
				}
				// neither can be changed in the middle of the one transaction
				case "setTransactionIsolation", "setReadOnly" -> null;
				case "createStatement", "prepareStatement", "prepareCall" ->
					guard((Statement) Objects.requireNonNull(call(method, arguments)));
				default -> call(method, arguments);
			};
		}

		/**
		 * Outside of a transaction a statement that fails is undone alone, as in
		 * auto-commit mode, where it would end the one transaction.
		 */
		private Object guard(Statement statement) {
			if (!RollbackDataSource.this.failureEndsTransaction) {
				return statement;
			}
			Class<?> type = (statement instanceof CallableStatement) ? CallableStatement.class
					: (statement instanceof PreparedStatement) ? PreparedStatement.class : Statement.class;
			return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						if (this.begin != null || !method.getName().startsWith("execute")) {
							return RollbackDataSource.invoke(statement, method, arguments);
						}
						this.begin = RollbackDataSource.this.target.setSavepoint();
						boolean done = false;
						try {
							Object result = RollbackDataSource.invoke(statement, method, arguments);
							done = true;
							return result;
						}
						finally {
							end(done);
						}
					});
		}

		private void restart(boolean keep) throws SQLException {
			if (this.begin != null) {
				end(keep);
				this.begin = RollbackDataSource.this.target.setSavepoint();
			}
		}

		private void end(boolean keep) throws SQLException {
			Savepoint savepoint = this.begin;
			this.begin = null;
			if (savepoint != null && keep) {
				RollbackDataSource.this.target.releaseSavepoint(savepoint);
			}
			else if (savepoint != null) {
				RollbackDataSource.this.target.rollback(savepoint);
			}
		}

		private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
			if (this.closed) {
				throw new SQLException("This connection is closed", "08003");
			}
			return RollbackDataSource.invoke(RollbackDataSource.this.target, method, arguments);
		}

	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
