package io.dbregistry.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Models that come and go.
 * <p>
 * What is asked for is answered by one snapshot, without a lock. Changes are made one
 * after another under a lock, which is held while callbacks are told; what a callback
 * changes on its own thread is part of the change that it is told of.
 */
final class DefaultModels implements Models {

	private final ModelSettings settings;

	private final Converters converters;

	private final ReentrantLock lock = new ReentrantLock();

	/** What the snapshot consists of; guarded by the lock. */
	private final ModelIndex index = new ModelIndex();

	private volatile ModelSnapshot snapshot;

	/** The change under way; guarded by the lock. */
	private @Nullable Registration current;

	/** The state made last; guarded by the lock. */
	private long stateRevision;

	/** The place of the model added last; guarded by the lock. */
	private long order;

	/** Written after the snapshot, under the lock. */
	private volatile long revision;

	private volatile Supplier<String> missing = () -> "";

	DefaultModels(ModelSettings settings) {
		this(settings, List.of());
	}

	private DefaultModels(ModelSettings settings, List<RegisteredCallback> callbacks) {
		this.settings = settings;
		this.converters = new Converters(settings.converters());
		this.snapshot = new ModelSnapshot(callbacks);
	}

	/**
	 * Registers models that refer only to each other and to those that are there.
	 */
	DefaultModels registerAll(Collection<Class<?>> types) {
		change(true, (registration) -> {
			this.converters.check(registration.problems());
			return add(registration, Conflict.ERROR, types);
		});
		return this;
	}

	@Override
	public Models copy() {
		ModelSnapshot original = this.snapshot;
		DefaultModels copy = new DefaultModels(this.settings, original.callbacks());
		List<ModelDefinition> definitions = original.copied();
		copy.change(false, (registration) -> {
			definitions.forEach(registration::adopt);
			return copy;
		});
		return copy;
	}

	ModelSettings settings() {
		return this.settings;
	}

	Converters converters() {
		return this.converters;
	}

	ModelIndex index() {
		return this.index;
	}

	long nextOrder() {
		return ++this.order;
	}

	long nextRevision() {
		return ++this.stateRevision;
	}

	/** A model that is not in the snapshot yet. */
	ModelType<?> handle(ModelDefinition definition) {
		Class<?> type = definition.type();
		return (type != null) ? new ModelType<>(definition.name(), type, this)
				: new ModelType<>(definition.name(), Row.class, this);
	}

	ModelEntry entry(ModelType<?> model) {
		ModelEntry entry = this.snapshot.find(model);
		if (entry == null) {
			throw new UnregisteredModelException(model.name());
		}
		return entry;
	}

	@Nullable ModelState findState(ModelType<?> model) {
		ModelEntry entry = this.snapshot.find(model);
		return (entry != null) ? entry.state() : null;
	}

	Backwards backwards() {
		return this.snapshot.backwards();
	}

	@Override
	public void invalidate() {
		change(false, (registration) -> {
			registration.rebuild();
			return registration;
		});
	}

	private <R> R change(boolean complete, Function<Registration, R> work) {
		this.lock.lock();
		try {
			Registration outer = this.current;
			return (outer != null) ? join(outer, work) : begin(complete, work);
		}
		finally {
			this.lock.unlock();
		}
	}

	private static <R> R join(Registration outer, Function<Registration, R> work) {
		try {
			return work.apply(outer);
		}
		catch (RuntimeException ex) {
			outer.fail(ex);
			throw ex;
		}
	}

	private <R> R begin(boolean complete, Function<Registration, R> work) {
		Registration registration = new Registration(this, this.snapshot, complete);
		this.current = registration;
		try {
			R result = work.apply(registration);
			this.snapshot = registration.end();
			this.revision = nextRevision();
			return result;
		}
		finally {
			this.current = null;
		}
	}

	@Override
	public void together(Runnable work) {
		change(false, (registration) -> {
			work.run();
			return this;
		});
	}

	@Override
	public List<ModelType<?>> register(Conflict conflict, Class<?>... types) {
		return change(false, (registration) -> add(registration, conflict, Arrays.asList(types)));
	}

	private static List<ModelType<?>> add(Registration registration, Conflict conflict, Collection<Class<?>> types) {
		List<ModelType<?>> added = new ArrayList<>();
		List<ModelDefinition> definitions = new ArrayList<>();
		for (Class<?> type : new LinkedHashSet<>(types)) {
			ModelDefinition definition = ClassReader.read(type, registration.problems());
			if (definition != null) {
				definitions.add(definition);
			}
		}
		definitions.forEach((definition) -> added.add(registration.add(definition, conflict)));
		return List.copyOf(added);
	}

	@Override
	@SuppressWarnings("unchecked")
	public ModelType<Row> register(Conflict conflict, String name, Consumer<ModelDefinition> declaration) {
		Assert.hasText(name, "The name of a model is blank; name it, as in register(\"Setting\", …)");
		ModelDefinition definition = new ModelDefinition(name, null);
		declaration.accept(definition);
		ClasslessKey.complete(definition);
		ModelType<?> model = change(false, (registration) -> registration.add(definition, conflict));
		if (model.type() != Row.class) {
			throw new IllegalArgumentException("Model '%s' is there with the class '%s'; get it with models().get(…)"
				.formatted(name, model.type().getName()));
		}
		return (ModelType<Row>) model;
	}

	@Override
	public boolean remove(String name) {
		return change(false, (registration) -> registration.remove(registration.drafts().find(name)));
	}

	@Override
	public boolean remove(Class<?> type) {
		return change(false, (registration) -> registration.remove(registration.drafts().find(type)));
	}

	@Override
	public CallbackHandle onRegister(Times times, ModelCallback callback) {
		return add(new RegisteredCallback(null, null, times, callback));
	}

	@Override
	public CallbackHandle onRegister(String name, Times times, ModelCallback callback) {
		return add(new RegisteredCallback(name, null, times, callback));
	}

	@Override
	public CallbackHandle onRegister(Class<?> type, Times times, ModelCallback callback) {
		return add(new RegisteredCallback(null, type, times, callback));
	}

	private CallbackHandle add(RegisteredCallback callback) {
		change(false, (registration) -> {
			registration.add(callback);
			return callback;
		});
		return () -> change(false, (registration) -> {
			registration.remove(callback);
			return callback;
		});
	}

	@Override
	public void explainMissing(Supplier<String> explanation) {
		this.missing = explanation;
	}

	private NoSuchModelException missing(String name) {
		return new NoSuchModelException(name, this.snapshot.names(), this.missing.get());
	}

	@Override
	public <T> ModelType<T> get(Class<T> type) {
		return find(type).orElseThrow(() -> new NoSuchModelException(type, names()));
	}

	@Override
	public ModelType<?> get(String name) {
		requireName(name);
		return find(name).orElseThrow(() -> missing(name));
	}

	@Override
	public ModelType<Row> rows(String name) {
		requireName(name);
		ModelEntry entry = this.snapshot.find(name);
		if (entry == null) {
			throw missing(name);
		}
		return entry.rows();
	}

	private static void requireName(String name) {
		Assert.notNull(name, "No model is named; give its name, such as one of models().names()");
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Optional<ModelType<T>> find(Class<T> type) {
		return Optional.ofNullable(this.snapshot.find(type)).map((entry) -> (ModelType<T>) entry.model());
	}

	@Override
	public Optional<ModelType<?>> find(String name) {
		return Optional.ofNullable(this.snapshot.find(name)).map(ModelEntry::model);
	}

	@Override
	public List<ModelType<?>> all() {
		return this.snapshot.all();
	}

	@Override
	public long revision() {
		return this.revision;
	}

	@Override
	public List<ModelType<?>> of(ModelKind kind) {
		return this.snapshot.of(kind);
	}

}
