package io.dbregistry.migration;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Lets one instance at a time migrate a schema. It is held by a connection, so that the
 * server lets go of it when the process that holds it dies.
 */
interface MigrationLock {

	/** What people can do when others have it. */
	String NEXT_STEP = "wait for that instance of the application, or end it";

	/**
	 * The lock of a schema.
	 * @param source further connections of the database
	 * @param schema the exact name of the schema, empty where the product has none
	 * @param home the schema that may get a table for it, or {@code null}
	 */
	static MigrationLock of(Dialect dialect, DataSource source, String schema, @Nullable String home)
			throws SQLException {
		return switch (MigrationProduct.of(dialect)) {
			case POSTGRESQL -> new PostgreSqlMigrationLock(key(schema));
			case MARIADB -> new MariaDbMigrationLock("registry." + HexFormat.of().toHexDigits(key(schema)));
			case H2 -> hasTwo(source) ? new H2MigrationLock(dialect, source, schema, home) : new NoMigrationLock();
			case SQLITE, OTHER -> new NoMigrationLock();
		};
	}

	/** Whether a second connection can be had while the first is in use. */
	private static boolean hasTwo(DataSource source) throws SQLException {
		return !source.isWrapperFor(HikariDataSource.class)
				|| source.unwrap(HikariDataSource.class).getMaximumPoolSize() > 1;
	}

	/** A number that stands for a schema, the same in every instance. */
	static long key(String schema) {
		MessageDigest digest = Digests.sha256();
		Digests.add(digest, "io.dbregistry.migration/" + schema);
		return ByteBuffer.wrap(digest.digest()).getLong();
	}

	/**
	 * Takes the lock if nobody has it.
	 * @param connection the one that is going to migrate, in auto-commit mode
	 * @return whether it is held now
	 */
	boolean tryAcquire(Connection connection) throws SQLException;

	/**
	 * Gives the lock back.
	 * @param connection the one that it was taken with, in auto-commit mode
	 */
	void release(Connection connection) throws SQLException;

	/** Who holds the lock, for people. */
	Optional<String> findHolder(Connection connection) throws SQLException;

	/** Whether Liquibase has to lock nothing while this is held. */
	default boolean isOurs() {
		return true;
	}

	/** The only value of a query. */
	static <T> Optional<T> value(Connection connection, String sql, Class<T> type, Object... parameters)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? Optional.ofNullable(rows.getObject(1, type)) : Optional.empty();
			}
		}
	}

}
