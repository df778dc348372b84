package io.dbregistry.model;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A model in a snapshot.
 *
 * @param model the model
 * @param rows the model as one whose objects are rows
 * @param definition its definition, closed
 * @param state what was made of it, or {@code null} while something is missing
 * @param missing what is missing, or {@code null}
 * @param footprint what other models have to know of it
 * @param order its place among all models, in the order of registration
 */
record ModelEntry(ModelType<?> model, ModelType<Row> rows, ModelDefinition definition, @Nullable ModelState state,
		@Nullable MissingTarget missing, Footprint footprint, long order) {

	static Set<String> names(Collection<ModelEntry> entries) {
		return entries.stream().map((entry) -> entry.model().name()).collect(Collectors.toSet());
	}

	ModelState require() {
		if (this.state != null) {
			return this.state;
		}
		if (LiveTable.isAwaited(this.definition)) {
			throw new NotReflectedException(this.definition, this.model.reflectedTable().name().toString());
		}
		if (this.missing != null) {
			throw new UnresolvedReferenceException(this.model.name(), this.missing.attribute(), this.missing.target());
		}
		throw new UnregisteredModelException(this.model.name());
	}

	/**
	 * A reference without a target.
	 *
	 * @param attribute the name of the attribute
	 * @param target the name of the model, or its class
	 */
	record MissingTarget(String attribute, String target) {

	}

}
