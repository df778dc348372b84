package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.dbregistry.model.ModelEntry.MissingTarget;
import org.jspecify.annotations.Nullable;

/**
 * What a definition is bound with: the other definitions, the names that are not given,
 * and a place for problems.
 */
final class Binding {

	private final Drafts drafts;

	private final ModelSettings settings;

	private final boolean complete;

	private final Problems problems;

	private final MissingTarget[] missing;

	/**
	 * Creates a binding for one model.
	 * @param drafts all definitions
	 * @param settings name what is not given a name
	 * @param complete whether all that is referred to must be there
	 * @param problems takes what is wrong
	 */
	Binding(Drafts drafts, ModelSettings settings, boolean complete, Problems problems) {
		this(drafts, settings, complete, problems, new MissingTarget[1]);
	}

	private Binding(Drafts drafts, ModelSettings settings, boolean complete, Problems problems,
			MissingTarget[] missing) {
		this.drafts = drafts;
		this.settings = settings;
		this.complete = complete;
		this.problems = problems;
		this.missing = missing;
	}

	/** The same for things whose problems are reported elsewhere. */
	Binding withoutProblems() {
		return new Binding(this.drafts, this.settings, this.complete, new Problems(), this.missing);
	}

	Problems problems() {
		return this.problems;
	}

	/** The names of all models. */
	List<String> names() {
		return this.drafts.names();
	}

	/** All declared sequences, those of one model first. */
	List<SequenceSpec> generators(ModelDefinition model) {
		List<SequenceSpec> generators = new ArrayList<>(model.spec().generators);
		this.drafts.all((other) -> !other.spec().generators.isEmpty())
			.forEach((draft) -> generators.addAll(draft.definition().spec().generators));
		return generators;
	}

	/** The converters that are applied to all values of a type. */
	Converters converters() {
		return this.drafts.converters();
	}

	boolean isModel(Class<?> type) {
		return this.drafts.find(type) != null;
	}

	/** The model that a reference leads to, or {@code null} when there is none. */
	@Nullable ModelDefinition findTarget(AttributeDefinition reference) {
		Draft draft = this.drafts.find(reference.reference());
		return (draft != null && !LiveTable.isAwaited(draft.definition())) ? draft.definition() : null;
	}

	/**
	 * Notes that a target is missing, if it can come later.
	 * @return {@code false} if that is a problem
	 */
	boolean canWaitFor(AttributeDefinition reference) {
		ReferenceSpec spec = reference.reference();
		return (spec.name() != null || isPossible(spec.type())) && canWait(reference, spec.target());
	}

	/**
	 * Notes that the model of the elements of a collection is missing, if it can come
	 * later.
	 * @return {@code false} if that is a problem
	 */
	boolean canWaitFor(AttributeDefinition collection, Class<?> element) {
		return isPossible(element) && canWait(collection, element.getSimpleName());
	}

	private static boolean isPossible(@Nullable Class<?> type) {
		return type != null && ClassReader.isMarked(type);
	}

	private boolean canWait(AttributeDefinition attribute, String target) {
		if (this.complete) {
			return false;
		}
		if (this.missing[0] == null) {
			this.missing[0] = new MissingTarget(attribute.path(), target);
		}
		return true;
	}

	/** The model of a class, or {@code null} when there is none. */
	@Nullable ModelDefinition find(Class<?> type) {
		Draft draft = this.drafts.find(type);
		return (draft != null) ? draft.definition() : null;
	}

	/** The model of a name, or {@code null} when there is none. */
	@Nullable ModelDefinition find(String name) {
		Draft draft = this.drafts.find(name);
		return (draft != null) ? draft.definition() : null;
	}

	/** The first target that is missing, or {@code null} when none is. */
	@Nullable MissingTarget missing() {
		return this.missing[0];
	}

	/** The finished model, to be asked for when all are. */
	Supplier<ModelType<?>> later(ModelDefinition definition) {
		ModelType<?> model = this.drafts.model(definition);
		return () -> model;
	}

	/** The models, to be asked when all are finished. */
	Models models() {
		return this.drafts.models();
	}

	String tableName(ModelDefinition model) {
		return this.settings.tableName(model);
	}

	/** The column of an attribute that is no reference. */
	String columnName(AttributeDefinition attribute) {
		String given = attribute.spec().name;
		return given.isEmpty() ? this.settings.naming().columnName(attribute.name()) : given;
	}

	/** A column of a reference. */
	String columnName(AttributeDefinition attribute, ColumnSpec spec, String referenced) {
		String given = spec.name;
		return given.isEmpty() ? this.settings.naming().joinColumnName(attribute.name(), referenced) : given;
	}

}
