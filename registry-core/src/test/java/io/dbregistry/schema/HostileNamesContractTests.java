package io.dbregistry.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any name is taken for exactly that name, or refused for a reason before anything is
 * sent. So many tries as the parameter {@code jqwik.tries.default} says, on one database.
 */
abstract class HostileNamesContractTests {

	/** In all names of schemas, which the whole of a MariaDB server shares. */
	private static final String MARK = "r"
			+ Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36), 36);

	private final TestServer server;

	private TestDatabase testDatabase;

	private Database database;

	private Lease lease;

	private Schemas schemas;

	HostileNamesContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeProperty
	void open() {
		this.testDatabase = this.server.create();
		this.database = Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username()).password(this.testDatabase.password()));
		this.lease = this.database.acquire("test");
		this.schemas = Schemas.of(Databases.of(Map.of("primary", this.database)), Models.from(List.of(), List.of()));
	}

	@AfterProperty
	void close() {
		this.schemas.names()
			.stream()
			.filter((name) -> name.contains(MARK))
			.forEach((name) -> this.schemas.drop(name, (drop) -> drop.cascade()));
		this.lease.close();
		this.testDatabase.close();
	}

	/** The names of one table, all of them different. */
	record Names(String schema, String table, String column, String key, String unique, String index, String check,
			String reference) {

		/** These names with a harmless one in place of another one. */
		Names without(String name) {
			return new Names(or(this.schema, name, "ok_" + MARK), or(this.table, name, "ok_t"),
					or(this.column, name, "ok_c"), or(this.key, name, "ok_k"), or(this.unique, name, "ok_u"),
					or(this.index, name, "ok_i"), or(this.check, name, "ok_q"), or(this.reference, name, "ok_f"));
		}

		private static String or(String name, String refused, String harmless) {
			return name.equals(refused) ? harmless : name;
		}

		List<String> inTable() {
			return List.of(this.table, this.column, this.key, this.unique, this.index, this.check, this.reference);
		}

		@Override
		public String toString() {
			return "" + Stream.concat(Stream.of(this.schema), inTable().stream()).map(Names::printable).toList();
		}

		private static String printable(String name) {
			return name.chars()
				.mapToObj((unit) -> (unit < 0x20 || unit > 0x7e) ? "\\u%04x".formatted(unit)
						: String.valueOf((char) unit))
				.collect(Collectors.joining("", "<", ">"));
		}

	}

	@Provide
	Arbitrary<Names> names() {
		Arbitrary<String> schemas = HostileNames.of(MARK);
		return Combinators
			.combine(schemas, HostileNames.of("t"), HostileNames.of("c"), HostileNames.of("k"), HostileNames.of("u"),
					HostileNames.of("i"), HostileNames.of("q"), HostileNames.of("f"))
			.as(Names::new)
			.filter((names) -> names.schema().contains(MARK) && areDifferent(names.inTable()));
	}

	/** MariaDB ignores accents and letter case in the names of columns. */
	private static boolean areDifferent(List<String> names) {
		Set<String> keys = new HashSet<>();
		names.forEach((name) -> keys
			.add(Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toUpperCase(Locale.ROOT)));
		return keys.size() == names.size();
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	@AddLifecycleHook(MissingServer.class)
	void worksLiterallyOrIsRefused(@ForAll("names") Names names) throws SQLException {
		try {
			checkAll(names);
		}
		catch (UnsupportedNameException ex) {
			assertRefusal(ex);
			if (ex.getName().equals(names.schema())) {
				this.schemas.names().forEach((name) -> assertThat(name).doesNotContain(MARK));
			}
			Names others = names.without(ex.getName());
			assertThat(others).isNotEqualTo(names);
			worksLiterallyOrIsRefused(others);
		}
	}

	private void checkAll(Names names) throws SQLException {
		boolean hasSchemas = this.database.dialect().hasSchemas();
		Table table = table(hasSchemas ? names.schema() : null, names);
		Ddl ddl = this.database.dialect().ddl();
		List<Ddl.Step> steps = ddl.createTables(List.of(table));
		if (hasSchemas) {
			this.schemas.create(names.schema());
			assertThat(this.schemas.names()).contains(names.schema());
		}
		try {
			check(table, steps, ddl.dropTables(List.of(table)));
		}
		catch (SQLException | AssertionError ex) {
			if (hasSchemas) {
				this.schemas.drop(names.schema(), (drop) -> drop.cascade());
			}
			throw ex;
		}
		if (hasSchemas) {
			this.schemas.drop(names.schema());
			assertThat(this.schemas.names()).doesNotContain(names.schema());
		}
	}

	private static Table table(@Nullable String schema, Names names) {
		QualifiedName name = new QualifiedName(schema, names.table());
		return new Table(name,
				List.of(Column.of("id0", ColumnType.of(ColumnType.Kind.BIGINT), false),
						Column.of(names.column(), ColumnType.of(ColumnType.Kind.BIGINT), false)),
				new PrimaryKey(names.key(), List.of("id0")),
				List.of(new UniqueConstraint(names.unique(), List.of("id0", names.column()))),
				List.of(new Index(names.index(), false, List.of(new Index.Part(names.column(), true)))),
				List.of(new ForeignKey(names.reference(), List.of(names.column()), name, List.of("id0"),
						ForeignKey.Action.NO_ACTION, ForeignKey.Action.NO_ACTION)),
				List.of(new Check(names.check(), "id0 < 100")), null);
	}

	private void check(Table table, List<Ddl.Step> steps, List<String> drops) throws SQLException {
		try (Connection connection = this.database.connection()) {
			// a file need not be written for each statement
			connection.setAutoCommit(false);
			for (Ddl.Step step : steps) {
				execute(connection, step.sql());
			}
			assertListed(connection, table);
			insertAndRead(connection, table);
			for (String sql : drops) {
				execute(connection, sql);
			}
			connection.commit();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + " at " + sql, ex);
		}
	}

	private void assertListed(Connection connection, Table table) throws SQLException {
		String schema = table.name().schema();
		Set<String> columns = new HashSet<>();
		try (PreparedStatement statement = connection.prepareStatement((schema != null)
				? "select column_name from information_schema.columns where table_name = ? and table_schema = ?"
				: "select name from pragma_table_info(?)")) {
			statement.setString(1, this.database.dialect().stored(table.name().name()));
			if (schema != null) {
				statement.setString(2, schema);
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					columns.add(rows.getString(1));
				}
			}
		}
		assertThat(columns).containsExactlyInAnyOrderElementsOf(
				table.columns().stream().map(Column::name).map(this.database.dialect()::stored).toList());
	}

	/** Statements with parameters are parsed by drivers too. */
	private void insertAndRead(Connection connection, Table table) throws SQLException {
		Dialect dialect = this.database.dialect();
		String column = dialect.quote(table.columns().get(1).name());
		String key = dialect.quote("id0");
		String name = dialect.quote(table.name());
		try (PreparedStatement insert = connection
			.prepareStatement("insert into %s (%s, %s) values (?, ?)".formatted(name, key, column))) {
			insert.setLong(1, 7);
			insert.setLong(2, 7);
			assertThat(insert.executeUpdate()).isOne();
		}
		try (PreparedStatement select = connection.prepareStatement(
				"select t.%s from %s t where t.%s = ? and t.%s = ?".formatted(column, name, column, key))) {
			select.setLong(1, 7);
			select.setLong(2, 7);
			try (ResultSet rows = select.executeQuery()) {
				assertThat(rows.next()).isTrue();
				assertThat(rows.getLong(1)).isEqualTo(7);
			}
		}
	}

	/** A refusal must have a reason, found here in another way than by the dialects. */
	private void assertRefusal(UnsupportedNameException refusal) {
		String name = refusal.getName();
		boolean impossible = name.isEmpty() || name.indexOf(0) >= 0
				|| !StandardCharsets.UTF_8.newEncoder().canEncode(name);
		assertThat(impossible || switch (this.server) {
			case POSTGRESQL -> name.getBytes(StandardCharsets.UTF_8).length > 63 || name.startsWith("pg_");
			case H2 -> name.length() > 256;
			case SQLITE -> name.toLowerCase(Locale.ROOT).startsWith("sqlite_");
			case MARIADB -> name.length() > 64 || name.matches("(?s).*[ \\t\\n\\x0b\\f\\r]")
					|| name.startsWith("#mysql50#") || name.equalsIgnoreCase("primary")
					|| name.codePoints().anyMatch((point) -> point > 0xffff) || fileName(name) > 251;
		}).as(refusal.getMessage()).isTrue();
	}

	private int fileName(String name) {
		Integer length = this.database.jdbcClient()
			.sql("select octet_length(convert(? using filename))")
			.param(name)
			.query(Integer.class)
			.single();
		return (length != null) ? length : -1;
	}

	/**
	 * Skips where there is no such server: jqwik takes an abort before a property for an
	 * error.
	 */
	static final class MissingServer implements SkipExecutionHook {

		@Override
		public SkipResult shouldBeSkipped(LifecycleContext context) {
			Class<?> type = context.optionalContainerClass().orElseThrow();
			TestServer server = ((HostileNamesContractTests) context.newInstance(type)).server;
			try {
				server.create().close();
				return SkipResult.doNotSkip();
			}
			catch (TestAbortedException ex) {
				return SkipResult.skip(ex.getMessage());
			}
		}

	}

}
