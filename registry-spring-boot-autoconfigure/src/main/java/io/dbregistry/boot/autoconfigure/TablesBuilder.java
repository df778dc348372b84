package io.dbregistry.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.RegistryBuilder;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.schema.TablePattern;

/**
 * Builds a registry over the databases of the application, and sees to the tables of the
 * models that customizers and the application name, wherever they live.
 */
final class TablesBuilder implements RegistryBuilder {

	private final RegistryBuilder builder;

	private final ModelTables tables;

	private final Map<String, AddedTables> added = new LinkedHashMap<>();

	TablesBuilder(RegistryBuilder builder, ModelTables tables) {
		this.builder = builder;
		this.tables = tables;
	}

	@Override
	public RegistryBuilder database(String url, Consumer<DatabaseSettings.Builder> settings) {
		this.builder.database(url, settings);
		return this;
	}

	@Override
	public RegistryBuilder database(DataSource dataSource) {
		this.builder.database(dataSource);
		return this;
	}

	@Override
	public RegistryBuilder database(Database database) {
		this.builder.database(database);
		return this;
	}

	@Override
	public RegistryBuilder schema(String schema) {
		this.builder.schema(schema);
		return this;
	}

	@Override
	public RegistryBuilder defaults(Consumer<DatabaseSettings.Builder> settings) {
		this.builder.defaults(settings);
		return this;
	}

	@Override
	public RegistryBuilder extra(String name, String url, Consumer<DatabaseSettings.Builder> settings) {
		AddedTables hook = hook(name);
		this.builder.extra(name, url, settings.andThen((all) -> all.openHook(hook)));
		return this;
	}

	@Override
	public RegistryBuilder extra(String name, DataSource dataSource) {
		DatabaseSettings settings = DatabaseSettings.builder().openHook(hook(name)).build();
		this.builder.extra(name, Database.adopt(name, dataSource, settings));
		return this;
	}

	private AddedTables hook(String name) {
		AddedTables hook = new AddedTables(name, this.tables);
		this.added.put(name, hook);
		return hook;
	}

	@Override
	public RegistryBuilder extra(String name, Database database) {
		this.builder.extra(name, database);
		return this;
	}

	@Override
	public RegistryBuilder models(Class<?>... types) {
		this.builder.models(types);
		return this;
	}

	@Override
	public RegistryBuilder converters(Class<?>... types) {
		this.builder.converters(types);
		return this;
	}

	@Override
	public RegistryBuilder naming(NamingStrategy naming) {
		this.builder.naming(naming);
		return this;
	}

	@Override
	public RegistryBuilder tablePrefix(String prefix) {
		this.builder.tablePrefix(prefix);
		return this;
	}

	@Override
	public RegistryBuilder changelog(String database, Consumer<ChangelogSettings.Builder> settings) {
		this.builder.changelog(database, settings);
		return this;
	}

	@Override
	public RegistryBuilder pattern(String name, Consumer<TablePattern> declaration) {
		this.builder.pattern(name, declaration);
		return this;
	}

	@Override
	public RegistryBuilder contentTypes() {
		this.builder.contentTypes();
		return this;
	}

	@Override
	public Registry build() {
		Registry registry = this.builder.build();
		this.tables.complete(registry, this.added);
		return registry;
	}

}
