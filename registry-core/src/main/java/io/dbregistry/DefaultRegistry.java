package io.dbregistry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.migration.ChangelogSettings;
import io.dbregistry.migration.Migrations;
import io.dbregistry.model.Models;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.query.Queries;
import io.dbregistry.schema.MetadataSelection;
import io.dbregistry.schema.MetadataSource;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.Schemas;
import io.dbregistry.schema.TablePattern;

/**
 * The registry that the builder makes.
 */
final class DefaultRegistry implements Registry {

	private final Databases databases;

	private final Models models;

	private final List<TablePattern> patterns;

	private final Map<String, ChangelogSettings> changelogs;

	private final Schemas schemas;

	private final Reflection reflection;

	private final MetadataSource metadata;

	private final OpenWork work;

	private final Migrations migrations;

	private final Queries queries;

	DefaultRegistry(Databases databases, Models models, List<TablePattern> patterns,
			Map<String, ChangelogSettings> changelogs) {
		this.databases = databases;
		this.models = models;
		this.patterns = patterns;
		this.changelogs = changelogs;
		this.schemas = Schemas.of(databases, models, Migrations.provisioner(databases, changelogs));
		this.reflection = Reflection.of(databases, models, patterns);
		this.work = new OpenWork(databases, this.reflection);
		this.metadata = MetadataSource.of(databases, models);
		this.migrations = Migrations.of(databases, models, this.metadata, this.reflection, changelogs);
		this.queries = Queries.create(databases, models);
	}

	@Override
	public Databases databases() {
		return this.databases;
	}

	@Override
	public Models models() {
		return this.models;
	}

	@Override
	public Schemas schemas() {
		return this.schemas;
	}

	@Override
	public Reflection reflection() {
		return this.reflection;
	}

	@Override
	public Migrations migrations() {
		return this.migrations;
	}

	@Override
	public Metadata metadata(String database, Consumer<MetadataSelection> selection) {
		return this.metadata.metadata(database, selection);
	}

	@Override
	public Optional<Metadata> findMetadata(String database) {
		return this.metadata.findMetadata(database);
	}

	@Override
	public List<Metadata> metadataByUrl(String url) {
		return this.metadata.metadataByUrl(url);
	}

	@Override
	public <T> ModelRepository<T> repository(Class<T> type) {
		return this.queries.repository(type);
	}

	@Override
	public ModelRepository<Row> repository(String model) {
		return this.queries.repository(model);
	}

	@Override
	public void init() {
		this.queries.init();
	}

	@Override
	public Registry copy() {
		return new DefaultRegistry(this.databases, this.models.copy(), this.patterns, this.changelogs);
	}

	@Override
	public Lease open(String holder) {
		return this.work.open(holder);
	}

	@Override
	public String toString() {
		return "Registry of databases " + this.databases.names();
	}

}
