package io.dbregistry.model;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.error.NearNames;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sequences that keys are taken from.
 */
final class SequenceBinder {

	private final Binding binding;

	SequenceBinder(Binding binding) {
		this.binding = binding;
	}

	/**
	 * The sequence of an attribute.
	 * @return the sequence, or {@code null} after a problem was reported
	 */
	@Nullable Sequence bind(AttributeDefinition attribute) {
		SequenceSpec spec = spec(attribute);
		if (spec == null) {
			return null;
		}
		if (spec.size() < 1) {
			this.binding.problems()
				.add(attribute, "@SequenceGenerator(allocationSize = %d) is not possible".formatted(spec.size()),
						"use at least 1");
			return null;
		}
		String name = name(spec, attribute);
		if (name.isBlank() || !Names.isShort(name)) {
			this.binding.problems()
				.add(attribute, "sequence name '%s' is blank or longer than %d bytes".formatted(name, Names.LIMIT),
						"give a shorter one with @SequenceGenerator(sequenceName = …)");
			return null;
		}
		String schema = spec.schema().isEmpty() ? attribute.model().spec().schema : spec.schema();
		return new Sequence(new QualifiedName(schema.isEmpty() ? null : schema, name), spec.start(), spec.size());
	}

	private String name(SequenceSpec spec, AttributeDefinition attribute) {
		return Stream.of(spec.name(), spec.generator())
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElseGet(() -> this.binding.tableName(attribute.model()) + "_seq");
	}

	private @Nullable SequenceSpec spec(AttributeDefinition attribute) {
		String generator = attribute.values().generator;
		SequenceSpec own = attribute.values().sequence;
		if (generator.isEmpty()) {
			return (own != null) ? own : SequenceSpec.unnamed();
		}
		if (own != null && (own.generator().isEmpty() || own.generator().equals(generator))) {
			return own;
		}
		List<SequenceSpec> all = this.binding.generators(attribute.model());
		for (SequenceSpec spec : all) {
			if (spec.generator().equals(generator)) {
				return spec;
			}
		}
		this.binding.problems()
			.add(attribute,
					"no generator named '%s' (%s)".formatted(generator, NearNames.describe(generator, names(all))),
					"add @SequenceGenerator(name = \"%s\"), or correct the name".formatted(generator));
		return null;
	}

	private static List<String> names(List<SequenceSpec> generators) {
		return generators.stream().map(SequenceSpec::generator).filter((name) -> !name.isEmpty()).distinct().toList();
	}

}
