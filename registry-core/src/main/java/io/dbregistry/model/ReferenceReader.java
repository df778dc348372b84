package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.ReferenceSpec.JoinSpec;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/**
 * Reads members whose values are objects of another model.
 */
final class ReferenceReader {

	private ReferenceReader() {
	}

	static void read(Property property, Place place) {
		Kind kind = property.isRef() ? Kind.REF : Kind.EAGER;
		AttributeDefinition attribute = place.add(Declaration.of(property, kind), new ColumnSpec());
		if (property.isKey()) {
			attribute.key();
		}
		JoinColumns several = property.find(JoinColumns.class);
		readJoins(attribute, List.of(property.field().getDeclaredAnnotationsByType(JoinColumn.class)),
				(several != null) ? List.of(several.foreignKey()) : List.of());
		check(property, attribute);
	}

	/**
	 * Reads what is said of the columns of a reference, in place of what was said before.
	 */
	static void readJoins(AttributeDefinition attribute, List<JoinColumn> joins, List<ForeignKey> foreignKeys) {
		Property property = attribute.property();
		attribute.spec().set(ColumnReader.read(property));
		List<JoinSpec> specs = new ArrayList<>();
		for (JoinColumn join : joins) {
			ColumnSpec spec = ColumnReader.read(property);
			spec.unique = false;
			ColumnReader.read(join, spec);
			specs.add(new JoinSpec(join.referencedColumnName(), spec));
		}
		if (joins.size() == 1) {
			ColumnReader.read(joins.get(0), attribute.spec());
		}
		else if (!joins.isEmpty()) {
			attribute.spec().insertable = joins.get(0).insertable();
			attribute.spec().updatable = joins.get(0).updatable();
		}
		List<ForeignKey> said = Stream.concat(foreignKeys.stream(), joins.stream().map(JoinColumn::foreignKey))
			.toList();
		attribute.reference(new ReferenceSpec(property.target(), null, specs,
				said.stream().map(ForeignKey::name).filter((name) -> !name.isEmpty()).findFirst().orElse(""),
				said.stream().noneMatch((foreignKey) -> foreignKey.value() == ConstraintMode.NO_CONSTRAINT)));
		if (joins.stream()
			.anyMatch((join) -> join.insertable() != joins.get(0).insertable()
					|| join.updatable() != joins.get(0).updatable())) {
			attribute.refuse("its @JoinColumns differ in insertable or updatable, a reference is written as a whole",
					"say the same for all of them");
		}
	}

	private static void check(Property property, AttributeDefinition attribute) {
		Class<?> target = property.target();
		if (Stream.of(Lob.class, Column.class, Enumerated.class).anyMatch(property::has) || property.isVersion()) {
			attribute.refuse("a reference cannot have @Version, @Column, @Lob or @Enumerated",
					"use @JoinColumn for its column");
		}
		else if (target != null && !property.canRefer(target)) {
			refuseTarget(property, target, attribute);
		}
		else if (!property.isRef() && isLazy(property)) {
			attribute.refuse("a lazy reference cannot be a '%s'".formatted(property.typeName()),
					"declare it as Ref<%s>".formatted(property.type().getSimpleName()));
		}
	}

	static void refuseTarget(Property property, Class<?> target, AttributeDefinition attribute) {
		attribute.refuse("targetEntity '%s' is no '%s'".formatted(target.getName(), property.typeName()),
				"name the class that is referred to, or leave targetEntity out");
	}

	private static boolean isLazy(Property property) {
		ManyToOne manyToOne = property.find(ManyToOne.class);
		OneToOne oneToOne = property.find(OneToOne.class);
		return manyToOne != null && manyToOne.fetch() == FetchType.LAZY
				|| oneToOne != null && oneToOne.fetch() == FetchType.LAZY;
	}

}
