package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * That every type keeps its values: what is bound is read again and finds its row, or it
 * is refused; nothing is stored that is another value.
 */
abstract class StoredTypesContractTests {

	private static final String TABLE = "stored_values";

	private final TestDatabase database;

	StoredTypesContractTests(TestServer server) {
		this.database = server.create();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void keepsValues() throws SQLException {
		for (TypeSample sample : TypeSample.ordinary()) {
			try (Session session = new Session(sample.column())) {
				for (Object value : sample.values()) {
					session.assertKept(sample, value);
				}
				assertThat(session.stored(sample.type(), null)).isNull();
			}
		}
	}

	/** Which of the extremes are refused, as type and value, and whether arrays are. */
	abstract Set<String> refused();

	@Test
	void keepsExtremesOrRefusesThem() throws SQLException {
		Set<String> refused = new LinkedHashSet<>();
		for (TypeSample sample : TypeSample.extremes()) {
			try (Session session = new Session(sample.column())) {
				for (Object value : sample.values()) {
					try {
						session.assertKept(sample, value);
					}
					catch (SQLException ex) {
						refused.add(sample + " " + value);
					}
				}
			}
		}
		assertThat(refused)
			.containsExactlyInAnyOrderElementsOf(refused().stream().filter((name) -> !name.equals("arrays")).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia" })
	void dependsOnNoTimeZoneOfTheMachine(String zone) throws SQLException {
		TimeZone original = TimeZone.getDefault();
		try {
			for (TypeSample sample : TypeSample.times()) {
				TimeZone.setDefault(TimeZone.getTimeZone(zone));
				try (Session session = new Session(sample.column())) {
					for (Object value : sample.values()) {
						assertThat(session.stored(sample.type(), value)).isEqualTo(value);
					}
					session.reconnect(TimeZone.getTimeZone("America/Los_Angeles"));
					for (Object value : sample.values()) {
						assertThat(session.count(sample.type(), value)).as("%s", value).isOne();
					}
				}
			}
		}
		finally {
			TimeZone.setDefault(original);
		}
	}

	@Test
	void keepsArraysOrRefusesThem() throws SQLException {
		for (TypeSample sample : TypeSample.arrays()) {
			if (refused().contains("arrays")) {
				assertThatExceptionOfType(UnsupportedFeatureException.class)
					.isThrownBy(() -> new Session(sample.column()));
				continue;
			}
			try (Session session = new Session(sample.column())) {
				Object value = sample.values().get(0);
				assertThat(session.stored(sample.type(), value)).isEqualTo(value);
				// to H2 a NULL in an array is equal to none, as everywhere in SQL
				boolean comparable = !(value instanceof Object[] array && Arrays.asList(array).contains(null));
				assertThat(session.count(sample.type(), value)).as("%s", sample)
					.isGreaterThanOrEqualTo(comparable ? 1 : 0);
				assertThat(session.stored(sample.type(), null)).isNull();
			}
		}
	}

	@Test
	void refusesHalfCharacters() throws SQLException {
		for (String half : List.of("\ud83d", "a\ud83d", "\ude80x", "\ud83d\ud83d\ude80")) {
			try (Session session = new Session(ColumnType.varchar(40))) {
				assertThatExceptionOfType(SQLDataException.class).isThrownBy(() -> session.stored(String.class, half))
					.withMessageContaining("half of a surrogate pair at position " + (half.startsWith("a") ? 1 : 0));
			}
		}
	}

	@Test
	void refusesRowsThatHaveNoSuchValue() throws SQLException {
		try (Session session = new Session(ColumnType.varchar(40))) {
			session.stored(String.class, "nonsense");
			for (Class<?> type : List.of(Period.class, YearMonth.class, MonthDay.class, ZoneId.class, ZoneOffset.class,
					Currency.class)) {
				assertThatExceptionOfType(SQLDataException.class).isThrownBy(() -> session.read(type))
					.withMessageStartingWith("A column has a value that is no '%s' (", type.getName())
					.withMessageEndingWith("); correct the row");
			}
		}
	}

	@Test
	void refusesValuesThatDoNotFit() throws SQLException {
		try (Session session = new Session(ColumnType.of(Kind.BIGINT))) {
			assertThatExceptionOfType(SQLDataException.class)
				.isThrownBy(() -> session.stored(Duration.class, Duration.ofSeconds(Long.MAX_VALUE)))
				.withMessage("A value of type 'java.time.Duration' cannot be stored (long overflow); give another");
			assertThatExceptionOfType(SQLDataException.class)
				.isThrownBy(() -> session.stored(Byte[].class, new Byte[] { 1, null }))
				.withMessageContaining("element 1 is null");
		}
	}

	/** A table of one column. */
	private final class Session implements AutoCloseable {

		private Connection connection;

		private final Dialect dialect;

		private final ColumnType column;

		private final String table;

		private final String name;

		private int last;

		Session(ColumnType column) throws SQLException {
			this.connection = connect();
			this.dialect = Dialect.from(this.connection);
			this.column = column;
			this.table = this.dialect.quote(TABLE);
			this.name = this.dialect.quote("stored");
			Table stored = new Table(QualifiedName.of(TABLE),
					List.of(Column.of("id", ColumnType.of(Kind.INTEGER), false), Column.of("stored", column, true)),
					new PrimaryKey(null, List.of("id")), List.of(), List.of(), List.of(), List.of(), null);
			try {
				for (Ddl.Step step : this.dialect.ddl().createTables(List.of(stored))) {
					execute(step.sql());
				}
			}
			catch (SQLException | RuntimeException ex) {
				this.connection.close();
				throw ex;
			}
		}

		private void execute(String sql) throws SQLException {
			try (Statement statement = this.connection.createStatement()) {
				statement.execute(sql);
			}
		}

		/** Stores a value, reads it again and looks for it. */
		void assertKept(TypeSample sample, Object value) throws SQLException {
			assertThat(stored(sample.type(), value)).as("%s %s", sample, value).isEqualTo(value);
			assertThat(count(sample.type(), value)).as("%s %s", sample, value).isOne();
		}

		/** Stores a value and reads it again. */
		@Nullable Object stored(Class<?> type, @Nullable Object value) throws SQLException {
			ValueCodec codec = this.dialect.codec(type, this.column);
			this.last++;
			try (PreparedStatement insert = this.connection
				.prepareStatement("insert into %s values (%d, ?)".formatted(this.table, this.last))) {
				codec.bind(insert, 1, value);
				insert.executeUpdate();
			}
			return read(type);
		}

		/** Reads the value that was stored last. */
		@Nullable Object read(Class<?> type) throws SQLException {
			String query = "select %s from %s where %s = %d".formatted(this.name, this.table, this.dialect.quote("id"),
					this.last);
			try (Statement select = this.connection.createStatement(); ResultSet rows = select.executeQuery(query)) {
				assertThat(rows.next()).isTrue();
				return this.dialect.codec(type, this.column).read(rows, 1);
			}
		}

		/** Goes on as another machine would. */
		void reconnect(TimeZone zone) throws SQLException {
			TimeZone.setDefault(zone);
			this.connection.close();
			this.connection = connect();
		}

		private Connection connect() throws SQLException {
			TestDatabase database = StoredTypesContractTests.this.database;
			return DriverManager.getConnection(database.url(), database.username(), database.password());
		}

		/** The number of rows with a value. */
		int count(Class<?> type, Object value) throws SQLException {
			String query = "select count(*) from %s where %s = ?".formatted(this.table, this.name);
			try (PreparedStatement select = this.connection.prepareStatement(query)) {
				this.dialect.codec(type, this.column).bind(select, 1, value);
				try (ResultSet rows = select.executeQuery()) {
					rows.next();
					return rows.getInt(1);
				}
			}
		}

		@Override
		public void close() throws SQLException {
			execute("drop table " + this.table);
			this.connection.close();
		}

	}

}
