package io.dbregistry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.migration.Migrations;
import io.dbregistry.model.Models;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.schema.MetadataSelection;
import io.dbregistry.schema.Reflection;
import io.dbregistry.schema.Schemas;

/**
 * The base of a registry that does some things in its own way and leaves the rest to
 * another one.
 */
public abstract class DelegatingRegistry implements Registry {

	private final Registry delegate;

	/**
	 * Creates a registry in front of another one.
	 * @param delegate does what is not overridden
	 */
	protected DelegatingRegistry(Registry delegate) {
		this.delegate = delegate;
	}

	/**
	 * Puts a registry like this in front of another one, for {@link #copy()}.
	 * @param other the registry that the new one leaves the rest to
	 * @return a registry of the same class
	 */
	protected abstract Registry wrap(Registry other);

	@Override
	public Registry copy() {
		return wrap(this.delegate.copy());
	}

	@Override
	public Databases databases() {
		return this.delegate.databases();
	}

	@Override
	public Models models() {
		return this.delegate.models();
	}

	@Override
	public Schemas schemas() {
		return this.delegate.schemas();
	}

	@Override
	public Reflection reflection() {
		return this.delegate.reflection();
	}

	@Override
	public Migrations migrations() {
		return this.delegate.migrations();
	}

	@Override
	public Metadata metadata(String database, Consumer<MetadataSelection> selection) {
		return this.delegate.metadata(database, selection);
	}

	@Override
	public Optional<Metadata> findMetadata(String database) {
		return this.delegate.findMetadata(database);
	}

	@Override
	public List<Metadata> metadataByUrl(String url) {
		return this.delegate.metadataByUrl(url);
	}

	@Override
	public <T> ModelRepository<T> repository(Class<T> type) {
		return this.delegate.repository(type);
	}

	@Override
	public ModelRepository<Row> repository(String model) {
		return this.delegate.repository(model);
	}

	@Override
	public void init() {
		this.delegate.init();
	}

	@Override
	public Lease open(String holder) {
		return this.delegate.open(holder);
	}

}
