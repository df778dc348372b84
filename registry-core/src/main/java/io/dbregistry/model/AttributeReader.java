package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/**
 * Reads the members of a class as definitions of attributes, each kind by a reader of its
 * own.
 */
final class AttributeReader {

	private static final List<Class<? extends Annotation>> OF_VALUES = List.of(Convert.class, Converts.class,
			GeneratedValue.class, SequenceGenerator.class);

	private static final List<Class<? extends Annotation>> OF_COLLECTIONS = List.of(JoinTable.class, OrderBy.class);

	/** What only the attributes of models can be. */
	private static final List<Class<? extends Annotation>> OF_MODELS = List.of(Id.class, Version.class,
			GeneratedValue.class, EmbeddedId.class);

	private final Place place;

	private final Problems problems;

	/**
	 * Creates a reader.
	 * @param place gets the definitions
	 * @param problems takes what is wrong
	 */
	AttributeReader(Place place, Problems problems) {
		this.place = place;
		this.problems = problems;
	}

	void read(Property property) {
		if (this.place.attributes().stream().anyMatch((other) -> other.name().equals(property.name()))) {
			this.problems.add(property, "a superclass declares an attribute of this name too", "rename one of them");
		}
		else if (property.hasOpenType()) {
			this.problems.add(property, "type '%s' is not known here".formatted(property.typeName()),
					"give the type variable a type where the class is extended: 'extends %s<…>'"
						.formatted(property.field().getDeclaringClass().getSimpleName()));
		}
		else if (!property.has(ElementCollection.class) && isPossible(property)) { // refused
																					// with
																					// its
																					// annotation
			readKind(property);
		}
	}

	private void readKind(Property property) {
		if (!property.isCollection()) {
			refuseAll(OF_COLLECTIONS, property, "collections");
		}
		OneToOne inverse = property.findInverse();
		if (inverse != null) {
			InverseReader.read(property, inverse, this.place);
		}
		else if (property.isReference()) {
			refuseAll(OF_VALUES, property, "values, not for references");
			ReferenceReader.read(property, this.place);
		}
		else if (property.isCollection()) {
			CollectionReader.read(property, this.place);
		}
		else if (property.isEmbedded()) {
			EmbeddedReader.read(property, this.place, this.problems);
		}
		else {
			BasicReader.read(property, this.place);
		}
	}

	private void refuseAll(List<Class<? extends Annotation>> annotations, Property property, String purpose) {
		annotations.stream()
			.filter(property::has)
			.forEach((annotation) -> this.problems.add(property,
					"@%s is for %s".formatted(annotation.getSimpleName(), purpose), "remove it"));
	}

	private boolean isPossible(Property property) {
		if (this.place.owner() == null) {
			return true;
		}
		if (property.isCollection() || property.findInverse() != null) {
			this.problems.add(property, "an embedded object cannot have collections, nor @OneToOne with mappedBy",
					"declare it in the model");
			return false;
		}
		Optional<Class<? extends Annotation>> misplaced = OF_MODELS.stream().filter(property::has).findFirst();
		if (misplaced.isPresent()) {
			this.problems.add(property,
					"@%s is for members of models, not of embedded classes".formatted(misplaced.get().getSimpleName()),
					"remove it, or declare the attribute in the model");
			return false;
		}
		if (property.isReference() && this.place.isKey()) {
			this.problems.add(property, "an embedded key cannot contain references",
					"store the key of the object here, and add a reference to the model: "
							+ "@ManyToOne @JoinColumn(insertable = false, updatable = false)");
			return false;
		}
		return true;
	}

}
