package io.dbregistry.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariConfig;
import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelSettings;
import io.dbregistry.model.Models;
import io.dbregistry.model.Row;
import io.dbregistry.schema.Schemas;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;

/**
 * Databases of one product with the tables of some models, and what is executed on them.
 */
final class QueryFixture implements AutoCloseable {

	static final String EXTRA = "analytics";

	private final Models models;

	private final List<StatementExecution> executions = Collections.synchronizedList(new ArrayList<>());

	private final Map<String, TestDatabase> servers = new LinkedHashMap<>();

	private final Databases databases;

	private final Queries queries;

	private final List<Lease> leases = new ArrayList<>();

	private QueryFixture(TestServer server, ModelSettings settings, Consumer<HikariConfig> pools, Class<?>... types) {
		this.models = Models.from(List.of(types), settings);
		Map<String, Database> byName = new LinkedHashMap<>();
		for (String name : Stream.concat(Stream.of(Databases.PRIMARY), settings.extras().stream()).toList()) {
			TestDatabase database = server.create();
			this.servers.put(name, database);
			byName.put(name, Database.create(name, database.url(),
					(each) -> each.username(database.username()).password(database.password()).pool(pools)));
		}
		this.databases = Databases.of(byName);
		this.queries = Queries.create(this.databases, this.models, this.executions::add);
	}

	/** The primary database alone. */
	static QueryFixture open(TestServer server, Class<?>... types) {
		return open(server, new ModelSettings(List.of(), Map.of()), types);
	}

	/** The primary database alone, with models made in some way. */
	static QueryFixture open(TestServer server, ModelSettings settings, Class<?>... types) {
		return new QueryFixture(server, settings, QueryFixture::small, types).open();
	}

	/** The primary database and an extra one. */
	static QueryFixture openBoth(TestServer server, Class<?>... types) {
		return openBoth(server, QueryFixture::small, types);
	}

	/** The primary database and an extra one, with pools of one kind. */
	static QueryFixture openBoth(TestServer server, Consumer<HikariConfig> pools, Class<?>... types) {
		return new QueryFixture(server, new ModelSettings(List.of(EXTRA), Map.of()), pools, types).open();
	}

	private static void small(HikariConfig pool) {
		pool.setMaximumPoolSize(4);
	}

	private QueryFixture open() {
		try {
			this.databases.forEach((database) -> this.leases.add(database.acquire("test")));
			this.databases.names().forEach(schemas()::createAll);
			return this;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/** Makes the tables of models where they do not belong. */
	void createTables(String database, @Nullable String schema, Class<?>... types) {
		Database target = this.databases.get(database);
		List<Table> tables = Stream.of(types)
			.map((type) -> this.models.get(type).table().withDefaultSchema(schema))
			.toList();
		target.dialect().ddl().createTables(tables).forEach((step) -> target.jdbcOperations().execute(step.sql()));
	}

	/** A new, empty schema of the primary database. */
	String createSchema(String prefix) {
		String schema = this.servers.get(Databases.PRIMARY).schemaName(prefix);
		Database primary = this.databases.primary();
		primary.jdbcOperations().execute(primary.dialect().createSchema(schema));
		return schema;
	}

	ModelRepository<Row> repository(String model) {
		return this.queries.repository(model);
	}

	<T> ModelRepository<T> repository(Class<T> type) {
		return this.queries.repository(type);
	}

	Queries queries() {
		return this.queries;
	}

	Database primary() {
		return this.databases.primary();
	}

	Databases databases() {
		return this.databases;
	}

	Schemas schemas() {
		return Schemas.of(this.databases, this.models);
	}

	Models models() {
		return this.models;
	}

	/** The statements executed since this was asked last. */
	List<StatementExecution> executions() {
		synchronized (this.executions) {
			List<StatementExecution> copy = List.copyOf(this.executions);
			this.executions.clear();
			return copy;
		}
	}

	@Override
	public void close() {
		this.leases.forEach(Lease::close);
		this.servers.values().forEach(TestDatabase::close);
	}

}
