package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.SequenceGenerator;

/**
 * Reads the members of a class as definitions of attributes, each kind by a reader of its
 * own.
 */
final class AttributeReader {

	private static final List<Class<? extends Annotation>> OF_VALUES = List.of(Convert.class, GeneratedValue.class,
			SequenceGenerator.class);

	private final ModelDefinition model;

	private final Problems problems;

	/**
	 * Creates a reader.
	 * @param model gets the definitions
	 * @param problems takes what is wrong
	 */
	AttributeReader(ModelDefinition model, Problems problems) {
		this.model = model;
		this.problems = problems;
	}

	void read(Property property) {
		if (this.model.attributes().stream().anyMatch((other) -> other.name().equals(property.name()))) {
			this.problems.add(property, "a superclass declares an attribute of this name too", "rename one of them");
		}
		else if (property.isReference()) {
			OF_VALUES.stream()
				.filter(property::has)
				.forEach((annotation) -> this.problems.add(property,
						"@%s is for values, not for references".formatted(annotation.getSimpleName()), "remove it"));
			ReferenceReader.read(property, this.model);
		}
		else {
			BasicReader.read(property, this.model);
		}
	}

}
