package io.dbregistry.query;

import io.dbregistry.database.Database;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RefLoader;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where objects are: the database and the schemas.
 * <p>
 * The database and schema that were asked for are fixed when a repository or query is
 * made. What nobody asked for is what the model says: {@link #current()} follows it.
 * <p>
 * The schema that was asked for goes before the one the model is fixed to, and that
 * before the default one of the database. Related objects are in the schema their model
 * is fixed to, else in the one asked for, else in the default one.
 */
final class Target implements RefLoader {

	private final QueryEngine engine;

	private final ModelType<?> model;

	private final Database database;

	private final @Nullable String askedSchema;

	/** Whether the database is the one that the model lives in, and nobody asked for. */
	private final boolean home;

	private final boolean preferFixed;

	/** The revision of the model that this is made for. */
	private final long revision;

	private final @Nullable String schema;

	private final @Nullable String relatedSchema;

	private Target(QueryEngine engine, ModelType<?> model, @Nullable Database asked, @Nullable String askedSchema,
			boolean preferFixed) {
		this.engine = engine;
		this.model = model;
		this.revision = model.revision();
		this.home = asked == null;
		this.database = (asked != null) ? asked : engine.databases().get(model.home());
		this.askedSchema = askedSchema;
		this.preferFixed = preferFixed;
		this.relatedSchema = (askedSchema != null) ? askedSchema : database.schema();
		String fixedSchema = model.table().name().schema();
		this.schema = (preferFixed && fixedSchema != null) ? fixedSchema : this.relatedSchema;
	}

	/** Where a repository of a model begins. */
	static Target home(QueryEngine engine, ModelType<?> model) {
		return new Target(engine, model, null, null, true);
	}

	/** This target, or another one if the model has changed. */
	Target current() {
		return isCurrent() ? this : new Target(this.engine, this.model, asked(), this.askedSchema, this.preferFixed);
	}

	boolean isCurrent() {
		return this.model.revision() == this.revision;
	}

	private @Nullable Database asked() {
		return this.home ? null : this.database;
	}

	Database database() {
		return this.database;
	}

	/** The schema of the model's own table, or {@code null} for the connection's. */
	@Nullable String schema() {
		return this.schema;
	}

	/**
	 * The schema of related tables whose models are not fixed to one, or {@code null} for
	 * the connection's.
	 */
	@Nullable String relatedSchema() {
		return this.relatedSchema;
	}

	Target using(String name) {
		Assert.notNull(name, "No name of a database is given; name one, or leave out using(…)");
		return new Target(this.engine, this.model, this.engine.databases().get(name), this.askedSchema,
				this.preferFixed);
	}

	Target schema(String name) {
		Assert.hasText(name, "No name of a schema is given; name one, or leave out schema(…)");
		return new Target(this.engine, this.model, asked(), name, false);
	}

	/**
	 * Gets what an object from here refers to, which is in the same database.
	 */
	@Override
	public <T> T load(Ref<T> ref) {
		ModelType<T> referred = referred(ref);
		return new DefaultModelRepository<>(this.engine, referred, related(referred)).get(ref.key());
	}

	/** Where the related objects of another model are. */
	Target related(ModelType<?> other) {
		return new Target(this.engine, other, this.database, this.askedSchema, true);
	}

	@SuppressWarnings("unchecked")
	private <T> ModelType<T> referred(Ref<T> ref) {
		return ref.findModel()
			.map((name) -> (ModelType<T>) this.engine.models().rows(name))
			.orElseGet(() -> this.engine.models().get(ref.target()));
	}

	/** For messages. */
	@Override
	public String toString() {
		return "database '" + this.database.name() + "'"
				+ ((this.schema != null) ? ", schema '" + this.schema + "'" : "");
	}

}
