package io.dbregistry.model;

import java.lang.reflect.Modifier;
import java.util.List;

import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;

/**
 * Reads members whose values consist of attributes of their own.
 */
final class EmbeddedReader {

	private EmbeddedReader() {
	}

	static void read(Property property, Place place, Problems problems) {
		AttributeDefinition attribute = place.add(Declaration.of(property, Kind.EMBEDDED),
				ColumnReader.readAny(property));
		if (property.has(EmbeddedId.class) || place.isKey()) {
			attribute.key();
		}
		check(property, place, attribute);
		if (attribute.findFault() != null) {
			return;
		}
		AttributeReader reader = new AttributeReader(new Place(place.model(), attribute), problems);
		new ClassMembers(property.type(), problems).properties().forEach(reader::read);
		if (attribute.parts().isEmpty()) {
			attribute.refuse("'%s' has no attributes".formatted(property.typeName()),
					property.field().getDeclaringClass().isRecord() ? "add one, or leave the component out"
							: "add one, or mark the member @Transient");
		}
		OverrideReader overrides = new OverrideReader(attribute.parts(),
				(description, action) -> problems.add(attribute, description, action));
		for (Class<?> declaring : new ClassMembers(property.type(), new Problems()).hierarchy()) {
			overrides.read(declaring);
		}
		overrides.read(property.field());
	}

	private static void check(Property property, Place place, AttributeDefinition attribute) {
		Class<?> type = property.type();
		if (!type.isAnnotationPresent(Embeddable.class)) {
			attribute.refuse("the class of '%s' is not marked as one that is embedded".formatted(property.typeName()),
					"annotate '%s' with @Embeddable".formatted(type.getName()));
		}
		else if (type.isInterface() || Modifier.isAbstract(type.getModifiers())
				|| type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
			attribute.refuse(
					"an interface, abstract or inner class cannot be embedded, '%s' is one".formatted(type.getName()),
					"use a record, or a concrete top-level or static class");
		}
		else if (place.isInside(type)) {
			attribute.refuse("'%s' contains itself without end".formatted(type.getName()),
					"make it a model and refer to it: Ref<%s>".formatted(type.getSimpleName()));
		}
		else if (property.has(Id.class)) {
			attribute.refuse("the key '%s' consists of attributes of its own".formatted(property.typeName()),
					"use @EmbeddedId instead of @Id");
		}
		else if (property.has(EmbeddedId.class) && place.owner() != null) {
			attribute.refuse("@EmbeddedId is for members of models, not of embedded classes", "use @Embedded");
		}
		else if (List.of(Column.class, JoinColumn.class, Enumerated.class, Lob.class, GeneratedValue.class)
			.stream()
			.anyMatch(property::has) || property.isVersion()) {
			attribute.refuse(
					"an embedded object has no column of its own for @Column, @JoinColumn, @Enumerated, @Lob, @Version "
							+ "or @GeneratedValue",
					"annotate the attributes of '%s', or use @AttributeOverride or @Convert(attributeName = …)"
						.formatted(type.getSimpleName()));
		}
	}

}
