package io.dbregistry.benchmarks;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/**
 * H2 in memory.
 */
final class H2Place implements Place {

	private int databases;

	private @Nullable HikariDataSource pool;

	@Override
	public String product() {
		return "H2 " + Constants.VERSION;
	}

	@Override
	public DataSource dataSource() {
		return (this.pool != null) ? this.pool : fresh();
	}

	@Override
	public DataSource fresh() {
		close();
		this.databases++;
		this.pool = Pools.open("jdbc:h2:mem:benchmark" + this.databases);
		return this.pool;
	}

	@Override
	public void close() {
		if (this.pool != null) {
			this.pool.close();
		}
	}

}
