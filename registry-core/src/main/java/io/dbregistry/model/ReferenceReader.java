package io.dbregistry.model;

import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.AttributeDefinition.Declaration;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/**
 * Reads members whose values are objects of another model.
 */
final class ReferenceReader {

	private ReferenceReader() {
	}

	static void read(Property property, ModelDefinition model) {
		Kind kind = property.isRef() ? Kind.REF : Kind.EAGER;
		AttributeDefinition attribute = model.add(Declaration.of(property, kind), ColumnReader.read(property));
		JoinColumn join = property.find(JoinColumn.class);
		attribute.reference((join != null)
				? new ReferenceSpec(property.target(), null, join.referencedColumnName(), join.foreignKey().name(),
						join.foreignKey().value() != ConstraintMode.NO_CONSTRAINT)
				: new ReferenceSpec(property.target(), null, "", "", true));
		check(property, attribute);
	}

	private static void check(Property property, AttributeDefinition attribute) {
		if (property.isKey() || property.isVersion() || property.has(Lob.class) || property.has(Column.class)
				|| property.has(Enumerated.class)) {
			attribute.refuse("a reference cannot have @Id, @Version, @Column, @Lob or @Enumerated",
					"use @JoinColumn for its column, and a key of its own for the model");
		}
		else if (!property.isRef() && isLazy(property)) {
			attribute.refuse("a lazy reference cannot be a '%s'".formatted(property.typeName()),
					"declare it as Ref<%s>".formatted(property.type().getSimpleName()));
		}
	}

	private static boolean isLazy(Property property) {
		ManyToOne manyToOne = property.find(ManyToOne.class);
		OneToOne oneToOne = property.find(OneToOne.class);
		return manyToOne != null && manyToOne.fetch() == FetchType.LAZY
				|| oneToOne != null && oneToOne.fetch() == FetchType.LAZY;
	}

}
