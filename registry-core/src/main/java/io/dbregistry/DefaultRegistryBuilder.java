package io.dbregistry;

import java.util.function.Consumer;

import javax.sql.DataSource;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;

final class DefaultRegistryBuilder implements Registry.Builder {

	@Override
	public Registry.Builder database(String url, Consumer<DatabaseSettings.Builder> settings) {
		return this;
	}

	@Override
	public Registry.Builder database(DataSource dataSource) {
		return this;
	}

	@Override
	public Registry.Builder database(Database database) {
		return this;
	}

	@Override
	public Registry.Builder schema(String schema) {
		return this;
	}

	@Override
	public Registry.Builder defaults(Consumer<DatabaseSettings.Builder> settings) {
		return this;
	}

	@Override
	public Registry.Builder extra(String name, String url, Consumer<DatabaseSettings.Builder> settings) {
		return this;
	}

	@Override
	public Registry.Builder extra(String name, DataSource dataSource) {
		return this;
	}

	@Override
	public Registry.Builder extra(String name, Database database) {
		return this;
	}

	@Override
	public Registry.Builder contentTypes() {
		return this;
	}

	@Override
	public Registry build() {
		throw new UnsupportedOperationException("being written");
	}

}
