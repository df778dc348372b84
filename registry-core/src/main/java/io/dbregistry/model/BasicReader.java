package io.dbregistry.model;

import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;

/**
 * Reads members whose values are stored themselves.
 */
final class BasicReader {

	private BasicReader() {
	}

	static void read(Property property, Place place) {
		AttributeDefinition attribute = place.add(Declaration.of(property, Kind.BASIC), ColumnReader.read(property));
		attribute.version(property.isVersion());
		attribute.values().large = property.has(Lob.class);
		if (property.isKey() || place.isKey()) {
			attribute.key();
		}
		GeneratedValue generated = property.find(GeneratedValue.class);
		if (generated != null) {
			attribute.generated(generated.strategy());
			attribute.values().generator = generated.generator();
		}
		SequenceGenerator sequence = property.find(SequenceGenerator.class);
		if (sequence != null) {
			attribute.values().sequence = SequenceSpec.of(sequence);
			place.model().spec().generators.add(SequenceSpec.of(sequence));
		}
		Enumerated enumerated = property.find(Enumerated.class);
		if (enumerated != null) {
			attribute.values().enumType = enumerated.value();
		}
		ConversionReader.read(property, attribute);
		check(property, attribute);
	}

	/** Refuses the annotations that do not go with a member that is no reference. */
	private static void check(Property property, AttributeDefinition attribute) {
		Class<?> type = BasicTypes.box(property.type());
		if (property.isRef()) {
			attribute.refuse("'%s' is a reference to a model".formatted(property.typeName()),
					"add @ManyToOne or @OneToOne");
		}
		else if (property.has(JoinColumn.class) || property.has(JoinColumns.class)) {
			attribute.refuse("@JoinColumn is for references to models", "use @Column");
		}
		else if (property.has(Enumerated.class) && !type.isEnum()) {
			attribute.refuse("@Enumerated is for enums, not for '%s'".formatted(property.typeName()), "remove it");
		}
	}

}
