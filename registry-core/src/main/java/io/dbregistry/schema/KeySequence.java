package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that keys of a model are taken from.
 *
 * @param sequence the sequence
 * @param user who takes them, for messages
 */
record KeySequence(Sequence sequence, String user) {

	/** The sequences of some models, each once. */
	static List<KeySequence> of(List<ModelType<?>> models) {
		Map<Sequence, KeySequence> sequences = new LinkedHashMap<>();
		models.forEach((model) -> model.attributes()
			.forEach((attribute) -> attribute.findSequence()
				.ifPresent((sequence) -> sequences.putIfAbsent(sequence,
						new KeySequence(sequence, attribute.describe())))));
		return new ArrayList<>(sequences.values());
	}

	KeySequence withDefaultSchema(@Nullable String schema) {
		return new KeySequence(this.sequence.withDefaultSchema(schema), this.user);
	}

}
