package io.dbregistry.model;

import java.util.List;

import io.dbregistry.model.Attribute.Kind;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/**
 * Reads members whose value is the object that refers to theirs: the side of
 * {@code @OneToOne} with {@code mappedBy}.
 */
final class InverseReader {

	private InverseReader() {
	}

	static void read(Property property, OneToOne relation, Place place) {
		AttributeDefinition attribute = place.add(Declaration.of(property, Kind.INVERSE),
				ColumnReader.readAny(property));
		Class<?> target = property.target();
		if (isPossible(property, relation, target, attribute) && target != null) {
			attribute.collection(new CollectionSpec(target, relation.mappedBy(), null, List.of()));
		}
	}

	private static boolean isPossible(Property property, OneToOne relation, @Nullable Class<?> target,
			AttributeDefinition attribute) {
		if (target == null || !ClassReader.isMarked(target)) {
			attribute.refuse("'%s' leads to no model".formatted(property.typeName()),
					"declare it as a class marked with @Model, or as Ref of one");
		}
		else if (!property.canRefer(target)) {
			ReferenceReader.refuseTarget(property, target, attribute);
		}
		else if (property.model().isRecord()) {
			attribute.refuse("a record cannot have what refers to it, which is read later than the record",
					"leave it out and query the other side: registry.query(%s.class).filter(\"%s\", …)"
						.formatted(target.getSimpleName(), relation.mappedBy()));
		}
		else if (!relation.optional()) {
			attribute.refuse("optional = false cannot be kept by the side with mappedBy, which has no column",
					"remove it");
		}
		else {
			return !CollectionReader.hasColumn(property, attribute);
		}
		return false;
	}

}
