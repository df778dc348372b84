package io.dbregistry.database;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.CallableStatementCallback;
import org.springframework.jdbc.core.CallableStatementCreator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Writes each statement to the {@link StatementLog}. Overridden are the methods that all
 * others of the class end in.
 */
final class EchoingJdbcTemplate extends JdbcTemplate {

	private final String database;

	EchoingJdbcTemplate(String database, DataSource dataSource) {
		super(dataSource);
		this.database = database;
	}

	@Override
	public void execute(String sql) {
		echo(sql, () -> {
			super.execute(sql);
			return null;
		});
	}

	@Override
	public <T extends @Nullable Object> T execute(PreparedStatementCreator creator,
			PreparedStatementCallback<T> action) {
		return echo(creator, () -> super.execute(creator, action));
	}

	@Override
	public <T extends @Nullable Object> T execute(CallableStatementCreator creator,
			CallableStatementCallback<T> action) {
		return echo(creator, () -> super.execute(creator, action));
	}

	@Override
	public <T extends @Nullable Object> T query(String sql, ResultSetExtractor<T> extractor) {
		return echo(sql, () -> super.query(sql, extractor));
	}

	@Override
	public <T extends @Nullable Object> T query(PreparedStatementCreator creator,
			@Nullable PreparedStatementSetter setter, ResultSetExtractor<T> extractor) {
		return echo(creator, () -> super.query(creator, setter, extractor));
	}

	@Override
	public <T> Stream<T> queryForStream(String sql, RowMapper<T> mapper) {
		return echo(sql, () -> super.queryForStream(sql, mapper));
	}

	@Override
	public <T extends @Nullable Object> Stream<T> queryForStream(PreparedStatementCreator creator,
			@Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
		return echo(creator, () -> super.queryForStream(creator, setter, mapper));
	}

	@Override
	public int update(String sql) {
		return echo(sql, () -> super.update(sql));
	}

	@Override
	protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
		return echo(creator, () -> super.update(creator, setter));
	}

	@Override
	public int update(PreparedStatementCreator creator, KeyHolder keys) {
		return echo(creator, () -> super.update(creator, keys));
	}

	@Override
	public int[] batchUpdate(String... sql) {
		return echo(String.join("; ", List.of(sql)), () -> super.batchUpdate(sql));
	}

	@Override
	public int[] batchUpdate(PreparedStatementCreator creator, BatchPreparedStatementSetter setter, KeyHolder keys) {
		return echo(creator, () -> super.batchUpdate(creator, setter, keys));
	}

	private <T extends @Nullable Object> T echo(Object statement, Supplier<T> work) {
		long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			String sql = (statement instanceof SqlProvider provider) ? provider.getSql() : statement.toString();
			StatementLog.write(this.database, String.valueOf(sql), System.nanoTime() - start);
		}
	}

}
