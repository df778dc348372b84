package io.dbregistry.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Pools with one connection that is already open when the work begins.
 */
final class Pools {

	private Pools() {
	}

	static HikariDataSource open(String url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(5); // who migrates schemas may want several at once
		config.setMinimumIdle(1);
		config.setMaxLifetime(0);
		config.setIdleTimeout(0);
		HikariDataSource pool = new HikariDataSource(config);
		try (Connection connection = pool.getConnection()) {
			connection.getMetaData().getDatabaseProductVersion();
			return pool;
		}
		catch (SQLException ex) {
			pool.close();
			throw new IllegalStateException("'%s' cannot be reached: %s".formatted(url, ex.getMessage()), ex);
		}
	}

}
