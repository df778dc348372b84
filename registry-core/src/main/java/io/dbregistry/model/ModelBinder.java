package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes models of definitions.
 * <ol>
 * <li>Definitions are compared: databases, tables, eager references.</li>
 * <li>Attributes and tables are made of those that changed and of those that refer to
 * them; the others stay what they are.</li>
 * <li>The names of constraints and the sequences are compared.</li>
 * </ol>
 */
final class ModelBinder {

	private final Drafts drafts;

	private final ModelSettings settings;

	private final boolean complete;

	private final Problems problems;

	/**
	 * Creates a binder.
	 * @param drafts all definitions
	 * @param settings what models are made with
	 * @param complete whether all that is referred to must be there
	 * @param problems takes what is wrong
	 */
	ModelBinder(Drafts drafts, ModelSettings settings, boolean complete, Problems problems) {
		this.drafts = drafts;
		this.settings = settings;
		this.complete = complete;
		this.problems = problems;
	}

	/**
	 * Binds what changed.
	 * @param gone names and classes of models that were there before
	 * @param everything whether all models are bound anew
	 * @param revisions a number for each state
	 * @return the models that were made anew; of those with problems the state is missing
	 */
	List<ModelEntry> bind(Set<Object> gone, boolean everything, LongSupplier revisions) {
		Set<Draft> affected = everything ? new LinkedHashSet<>(this.drafts.all((any) -> true))
				: new AffectedDrafts(this.drafts, gone).all();
		DefinitionChecks checks = new DefinitionChecks(this.drafts, this.settings, this.problems);
		checks.databases(affected);
		checks.tables(affected);
		checks.reflected(affected);
		new EagerPaths(affected.stream().map(Draft::definition).toList(), binding()).check();
		List<ModelEntry> made = affected.stream().map((draft) -> entry(draft, revisions.getAsLong())).toList();
		checks.constraintNames(made);
		checks.shortNames(made);
		new SequenceChecks(this.drafts, this.problems).check(made);
		return made;
	}

	private Binding binding() {
		return new Binding(this.drafts, this.settings, this.complete, this.problems);
	}

	private ModelEntry entry(Draft draft, long revision) {
		Binding binding = binding();
		ModelState bound = LiveTable.isAwaited(draft.definition()) ? null
				: state(draft.definition(), revision, binding);
		ModelState state = (binding.missing() == null) ? bound : null;
		ModelEntry origin = draft.origin();
		ModelType<Row> rows = (origin != null) ? origin.rows() : draft.model().rows();
		return new ModelEntry(draft.model(), rows, draft.definition(), state, binding.missing(),
				Footprint.of(draft.definition(), state, this.settings), draft.order());
	}

	private @Nullable ModelState state(ModelDefinition definition, long revision, Binding binding) {
		AttributeBinder binder = new AttributeBinder(binding);
		List<Attribute> attributes = new ArrayList<>();
		for (AttributeDefinition declared : definition.attributes()) {
			Attribute attribute = binder.bind(declared);
			if (attribute != null) {
				attributes.add(attribute);
			}
		}
		Table table = new TableBinder(definition, binder.columns(), binding).bind();
		MethodHandle constructor = new MemberAccess(definition, this.problems).constructor();
		KeyType keyType = new KeyTypeBinder(definition, binding).bind(attributes);
		FormerNames former = new FormerNames(definition, binder.columns(), this.problems);
		former.checkTable(this.settings.tableName(definition));
		Map<String, String> formerColumns = former.columns();
		return (table != null && constructor != null)
				? ModelState.of(revision, table, constructor, attributes, keyType, formerColumns) : null;
	}

}
