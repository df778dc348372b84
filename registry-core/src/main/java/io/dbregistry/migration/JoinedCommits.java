package io.dbregistry.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets Liquibase commit a change set together with its row in the history. By itself it
 * commits one after the other, and a process that dies in between leaves a change set
 * that is applied again.
 */
final class JoinedCommits implements InvocationHandler {

	private final Connection connection;

	private final BooleanSupplier joining;

	private JoinedCommits(Connection connection, BooleanSupplier joining) {
		this.connection = connection;
		this.joining = joining;
	}

	/**
	 * A connection for Liquibase.
	 * @param joining whether what is done belongs to what comes next
	 */
	static Connection of(Connection connection, BooleanSupplier joining) {
		return (Connection) Proxy.newProxyInstance(JoinedCommits.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new JoinedCommits(connection, joining));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (method.getName().equals("commit") && this.joining.getAsBoolean()) {
			return null;
		}
		try {
			return method.invoke(this.connection, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
