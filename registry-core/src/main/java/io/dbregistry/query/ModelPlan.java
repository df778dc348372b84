package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.springframework.util.function.SingletonSupplier;

/**
 * All that is compiled once for a model and a product, each part when it is first needed.
 *
 * @param <T> the type of the objects
 */
final class ModelPlan<T> {

	private final Dialect dialect;

	private final long revision;

	private final Selection selection;

	private final RowMapper<T> rowMapper;

	private final ConcurrentMap<Attribute, CollectionPlan> collections = new ConcurrentHashMap<>();

	private final Supplier<CompiledQuery> byKey;

	private final Supplier<InsertPlan<T>> insert;

	private final Supplier<CompiledQuery> deleteByKey;

	private final Supplier<CompiledQuery> deleteVersion;

	ModelPlan(ModelType<T> model, Dialect dialect) {
		this.dialect = dialect;
		this.revision = model.revision();
		this.selection = Selection.of(model);
		this.rowMapper = RowMapperComposer.compose(this.selection, dialect);
		this.byKey = SingletonSupplier.of(() -> compile(Shape.Operation.LIST, model.key()));
		this.insert = SingletonSupplier.of(() -> new InsertPlan<>(model, dialect));
		this.deleteByKey = SingletonSupplier.of(() -> compile(Shape.Operation.DELETE, model.key()));
		this.deleteVersion = SingletonSupplier.of(() -> {
			List<Attribute> attributes = new ArrayList<>(model.key());
			model.findVersion().ifPresent(attributes::add);
			return compile(Shape.Operation.DELETE, attributes);
		});
	}

	/**
	 * Compiles all of it.
	 * @return the shape of the query for all objects, which is kept elsewhere
	 */
	Shape init() {
		List.of(this.byKey, this.insert, this.deleteByKey, this.deleteVersion).forEach(Supplier::get);
		ModelType<?> model = this.selection.model();
		model.attributes().stream().filter((attribute) -> !attribute.kind().isStored()).forEach(this::collection);
		return new Shape(this.dialect, model, this.revision, Shape.Operation.LIST, null, List.of(), false, false);
	}

	/** Compiles an operation on the rows with given values of some attributes. */
	private CompiledQuery compile(Shape.Operation operation, List<Attribute> attributes) {
		return compile(new Shape(this.dialect, this.selection.model(), this.revision, operation,
				Condition.shapeOf(attributes), List.of(), false, false));
	}

	/** How the elements of a collection are read. */
	CollectionPlan collection(Attribute attribute) {
		return this.collections.computeIfAbsent(attribute, (any) -> CollectionPlan.of(attribute, this.dialect));
	}

	CompiledQuery compile(Shape shape) {
		return QueryCompiler.compile(shape, this.selection);
	}

	Dialect dialect() {
		return this.dialect;
	}

	/** The revision of the model that all this is made for. */
	long revision() {
		return this.revision;
	}

	RowMapper<T> rowMapper() {
		return this.rowMapper;
	}

	/** Finds an object; the parameters are the columns of the key. */
	CompiledQuery byKey() {
		return this.byKey.get();
	}

	InsertPlan<T> insert() {
		return this.insert.get();
	}

	/** Deletes a row; the parameters are the columns of the key. */
	CompiledQuery deleteByKey() {
		return this.deleteByKey.get();
	}

	/** Deletes a row; the parameters are the columns of the key, then the version. */
	CompiledQuery deleteVersion() {
		return this.deleteVersion.get();
	}

}
