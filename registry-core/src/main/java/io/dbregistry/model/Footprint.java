package io.dbregistry.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What other models have to know of a model, kept so that a registration need not look at
 * all that does not change.
 *
 * @param place the database, schema and table
 * @param targets the names and classes that it refers to
 * @param collected whether it has collections
 * @param sequences those that keys are taken from, by their place
 */
record Footprint(String place, Set<Object> targets, boolean collected, Map<String, Sequence> sequences) {

	/**
	 * The footprint of a model.
	 * @param state what was made of its definition, or {@code null}
	 */
	static Footprint of(ModelDefinition model, @Nullable ModelState state, ModelSettings settings) {
		return new Footprint(place(model, settings), targets(model), isCollected(model),
				(state != null) ? sequences(model, state) : Map.of());
	}

	private static Map<String, Sequence> sequences(ModelDefinition model, ModelState state) {
		Map<String, Sequence> sequences = new LinkedHashMap<>();
		sequences(state).forEach((sequence) -> sequences.putIfAbsent(place(model, sequence), sequence));
		return sequences;
	}

	/** The sequences that keys are taken from, one for each attribute. */
	static List<Sequence> sequences(ModelState state) {
		return state.attributes().stream().flatMap((attribute) -> attribute.findSequence().stream()).toList();
	}

	static String place(ModelDefinition model, Sequence sequence) {
		return model.home() + "." + sequence.name().toString().toLowerCase(Locale.ROOT);
	}

	/** Table names that differ only in letter case are one to some products. */
	static String place(ModelDefinition model, ModelSettings settings) {
		return String.join(".", model.home(), schema(model, model.spec().schema, settings),
				settings.tableName(model).toLowerCase(Locale.ROOT));
	}

	private static String schema(ModelDefinition model, String fixed, ModelSettings settings) {
		if (!fixed.isEmpty()) {
			return fixed;
		}
		return (model.kind() == ModelKind.TENANT) ? "(schemas of tenants)"
				: settings.defaultSchemas().getOrDefault(model.home(), "(default schema)");
	}

	static Set<Object> targets(ModelDefinition model) {
		Set<Object> targets = new HashSet<>();
		for (AttributeDefinition attribute : model.leaves()) {
			if (attribute.isReference()) {
				ReferenceSpec reference = attribute.reference();
				Object target = (reference.name() != null) ? reference.name() : reference.type();
				if (target != null) {
					targets.add(target);
				}
			}
		}
		for (AttributeDefinition attribute : model.attributes()) {
			CollectionSpec collection = attribute.collection();
			if (collection != null) {
				targets.add(collection.element());
				targets.add(JoinModels.name(model, attribute));
			}
		}
		return targets;
	}

	static boolean isCollected(ModelDefinition model) {
		return model.attributes().stream().anyMatch((attribute) -> attribute.collection() != null);
	}

	static List<String> names(Table table) {
		List<String> names = new ArrayList<>();
		table.uniques().forEach((unique) -> names.add(unique.name()));
		table.indexes().forEach((index) -> names.add(index.name()));
		table.foreignKeys().forEach((foreignKey) -> names.add(foreignKey.name()));
		table.checks().forEach((check) -> names.add(check.name()));
		return names;
	}

}
