package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;

/**
 * The schemas of the databases of one registry.
 */
final class DefaultSchemas implements Schemas {

	private final Databases databases;

	private final Models models;

	/** By the name of the database; what was read once stays. */
	private final Map<String, Optional<String>> defaultNames = new ConcurrentHashMap<>();

	DefaultSchemas(Databases databases, Models models) {
		this.databases = databases;
		this.models = models;
	}

	@Override
	public void createAll(String database, String... more) {
		each(DdlRun::create, database, more);
	}

	@Override
	public void dropAll(String database, String... more) {
		each(DdlRun::drop, database, more);
	}

	@Override
	public void validate(String database, String... more) {
		List<String> problems = new ArrayList<>();
		each((run) -> problems.addAll(run.lacks()), database, more);
		if (!problems.isEmpty()) {
			throw new SchemaMismatchException(problems);
		}
	}

	/** Every name is looked up before anything is done. */
	private void each(Consumer<DdlRun> work, String database, String... more) {
		List<String> names = new ArrayList<>(List.of(database));
		names.addAll(Arrays.asList(more));
		names.forEach(this.databases::get);
		names.stream().distinct().forEach((name) -> {
			List<Table> tables = tables(name);
			if (!tables.isEmpty()) {
				work.accept(new DdlRun(this.databases.get(name), tables));
			}
		});
	}

	private List<Table> tables(String database) {
		return this.models.in(database).stream().<Table>map(ModelType::table).toList();
	}

	@Override
	public Optional<String> findDefaultName(String database) {
		Database known = this.databases.get(database);
		return this.defaultNames.computeIfAbsent(database, (name) -> readDefaultName(known));
	}

	private static Optional<String> readDefaultName(Database database) {
		if (database.schema() != null) {
			return Optional.of(database.schema());
		}
		try (Connection connection = database.connection()) {
			return database.dialect().findCurrentSchema(connection);
		}
		catch (SQLException ex) {
			throw DdlRun.failure(database, "Reading the default schema of", null, ex);
		}
	}

}
