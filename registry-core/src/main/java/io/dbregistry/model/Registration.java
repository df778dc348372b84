package io.dbregistry.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One change of the models of a registry: all of it, or nothing.
 * <ol>
 * <li>Models are added, kept, replaced or removed, as drafts beside the snapshot.</li>
 * <li>Callbacks are told of the new ones, one model after another, each in the order of
 * the callbacks. What they register is added to the same registration.</li>
 * <li>Many-to-many relations whose ends are both there get their join models, of which
 * callbacks are told too.</li>
 * <li>All that changed, and what refers to it, is bound. If anything was wrong anywhere,
 * all of it is thrown and the drafts are forgotten.</li>
 * <li>The drafts become a new snapshot.</li>
 * </ol>
 * Used by one thread, under the lock of its models.
 */
final class Registration {

	private final DefaultModels models;

	private final boolean complete;

	private final Problems problems = new Problems();

	private final ModelSnapshot snapshot;

	private final Drafts drafts;

	/** Names and classes of models that were removed or replaced. */
	private final Set<Object> gone = new HashSet<>();

	private final List<RegisteredCallback> callbacks;

	private final Set<RegisteredCallback> spent = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<RegisteredCallback> removed = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Draft> untold = new ArrayDeque<>();

	private boolean rebuilding;

	private @Nullable Draft telling;

	private @Nullable RuntimeException failure;

	/**
	 * Begins a registration.
	 * @param models makes models
	 * @param snapshot what is there
	 * @param complete whether all that is referred to must be there at the end
	 */
	Registration(DefaultModels models, ModelSnapshot snapshot, boolean complete) {
		this.models = models;
		this.complete = complete;
		this.snapshot = snapshot;
		this.drafts = new Drafts(models, snapshot);
		this.callbacks = new ArrayList<>(snapshot.callbacks());
	}

	Problems problems() {
		return this.problems;
	}

	/**
	 * Adds a model.
	 * @return the model, or the one that has its name already
	 */
	ModelType<?> add(ModelDefinition definition, Conflict conflict) {
		Draft other = this.drafts.find(definition.name());
		if (other != null && conflict == Conflict.KEEP) {
			return other.model();
		}
		Draft draft = new Draft(this.models.handle(definition), definition, null,
				(other != null && conflict == Conflict.REPLACE) ? other.order() : this.models.nextOrder());
		if (other != null && conflict == Conflict.ERROR) {
			refuse(definition, other.definition());
			this.drafts.reject(draft);
			return other.model();
		}
		if (other != null) {
			forget(other);
		}
		this.drafts.put(draft);
		this.untold.add(draft);
		return draft.model();
	}

	/** Adds a model of which the callbacks were told in another registry. */
	void adopt(ModelDefinition definition) {
		this.drafts.put(new Draft(this.models.handle(definition), definition, null, this.models.nextOrder()));
	}

	private void refuse(ModelDefinition definition, ModelDefinition other) {
		this.problems.add(definition, "the name '%s' is that of '%s' too".formatted(definition, other.place()),
				(definition.isClassless() ? "choose another" : "give one of them another with @Model(name = …)")
						+ (this.complete ? "" : ", or register it with Conflict.KEEP or Conflict.REPLACE"));
	}

	/** Removes a model, if it is there. */
	boolean remove(@Nullable Draft draft) {
		if (draft == null) {
			return false;
		}
		forget(draft);
		this.drafts.remove(draft);
		return true;
	}

	/** The join models of a model that goes or is replaced go with it. */
	private void forget(Draft draft) {
		Stream.concat(this.drafts.touched().stream(), this.drafts.referrers(draft.name()).stream())
			.distinct()
			.filter((join) -> join.definition().joined().contains(draft.name()))
			.forEach(this::remove);
		this.untold.remove(draft);
		this.gone.add(draft.name());
		if (draft.type() != null) {
			this.gone.add(draft.type());
		}
	}

	/** What changed, and what refers to that or to what is gone, in order. */
	Set<Draft> concerned() {
		return new AffectedDrafts(this.drafts, this.gone).nearest();
	}

	Drafts drafts() {
		return this.drafts;
	}

	/**
	 * Adds a callback. It is told now of the models that callbacks were told of before,
	 * and later of the others.
	 */
	void add(RegisteredCallback callback) {
		for (Draft draft : this.drafts.all(callback::isFor)) {
			if (!this.untold.contains(draft) && draft != this.telling) {
				tell(callback, draft);
			}
		}
		if (!this.spent.contains(callback)) {
			this.callbacks.add(callback);
		}
	}

	/** It keeps its place until the end, so that none is passed over meanwhile. */
	void remove(RegisteredCallback callback) {
		this.removed.add(callback);
	}

	private void tell(RegisteredCallback callback, Draft draft) {
		if (callback.isFor(draft.definition()) && !this.removed.contains(callback)) {
			callback.tell(draft.open());
			if (callback.isOnce()) {
				this.spent.add(callback);
			}
		}
	}

	/** Binds all models anew, whether they changed or not. */
	void rebuild() {
		this.rebuilding = true;
	}

	/** A failure that a callback may have caught undoes the registration all the same. */
	void fail(RuntimeException cause) {
		this.failure = cause;
	}

	/**
	 * Ends the registration.
	 * @return the models and callbacks from now on
	 */
	ModelSnapshot end() {
		do {
			tellAll();
		}
		while (new JoinModels(this, this.models.settings()).add());
		if (this.failure != null) {
			throw this.failure;
		}
		this.drafts.touched().forEach(Draft::close);
		List<ModelEntry> made = new ModelBinder(this.drafts, this.models.settings(), this.complete, this.problems)
			.bind(this.gone, this.rebuilding, this.models::nextRevision);
		this.problems.throwIfAny();
		this.callbacks.removeAll(this.spent);
		this.callbacks.removeAll(this.removed);
		List<ModelEntry> goneEntries = this.drafts.gone();
		ModelSnapshot result = this.snapshot.with(goneEntries, made, this.callbacks);
		index(goneEntries, made);
		return result;
	}

	/** The last step: nothing fails behind it. */
	private void index(List<ModelEntry> goneEntries, List<ModelEntry> made) {
		goneEntries.forEach(this.models.index()::remove);
		for (ModelEntry entry : made) {
			ModelEntry before = this.snapshot.find(entry.model());
			if (before != null) {
				this.models.index().remove(before);
			}
			this.models.index().add(entry);
		}
	}

	private void tellAll() {
		for (Draft draft = this.untold.poll(); draft != null; draft = this.untold.poll()) {
			this.telling = draft;
			for (int i = 0; i < this.callbacks.size(); i++) { // grows while they are told
				tell(this.callbacks.get(i), draft);
			}
			this.telling = null;
		}
	}

}
