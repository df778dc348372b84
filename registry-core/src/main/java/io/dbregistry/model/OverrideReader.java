package io.dbregistry.model;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.error.NearNames;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Convert;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code @AttributeOverride}, {@code @AssociationOverride} and
 * {@code @Convert} change of attributes that are declared elsewhere.
 */
final class OverrideReader {

	private final List<AttributeDefinition> attributes;

	private final Report report;

	/**
	 * Creates a reader.
	 * @param attributes the attributes whose names the overrides begin with
	 * @param report takes what is wrong
	 */
	OverrideReader(List<AttributeDefinition> attributes, Report report) {
		this.attributes = attributes;
		this.report = report;
	}

	void read(AnnotatedElement element) {
		readColumns(element);
		readReferences(element);
		readConversions(element);
	}

	private void readColumns(AnnotatedElement element) {
		for (AttributeOverride override : element.getDeclaredAnnotationsByType(AttributeOverride.class)) {
			AttributeDefinition attribute = find("@AttributeOverride(name", override.name());
			if (attribute == null) {
				continue;
			}
			if (attribute.kind() == Attribute.Kind.BASIC) {
				attribute.spec().set(ColumnReader.read(attribute.property(), override.column()));
			}
			else {
				this.report.add("@AttributeOverride(name = \"%s\") names no attribute with a @Column"
					.formatted(override.name()), instead(attribute, override.name()));
			}
		}
	}

	private void readReferences(AnnotatedElement element) {
		for (AssociationOverride override : element.getDeclaredAnnotationsByType(AssociationOverride.class)) {
			AttributeDefinition attribute = find("@AssociationOverride(name", override.name());
			if (attribute == null) {
				continue;
			}
			if (attribute.isReference()) {
				ReferenceReader.readJoins(attribute, List.of(override.joinColumns()), List.of(override.foreignKey()));
				if (!attribute.spec().name.isEmpty()) {
					attribute.spec().formerName = null;
				}
			}
			else {
				this.report.add("@AssociationOverride(name = \"%s\") names no reference".formatted(override.name()),
						"use @AttributeOverride");
			}
		}
	}

	private void readConversions(AnnotatedElement element) {
		for (Convert convert : element.getDeclaredAnnotationsByType(Convert.class)) {
			String path = convert.attributeName();
			if (path.isEmpty()) {
				this.report.add("@Convert does not say which attribute it is for (known: '%s')"
					.formatted(String.join("', '", paths("", this.attributes))), "name it: attributeName = …");
				continue;
			}
			AttributeDefinition attribute = find("@Convert(attributeName", path);
			if (attribute != null && attribute.kind() == Attribute.Kind.BASIC) {
				ConversionReader.read(convert, attribute);
			}
			else if (attribute != null) {
				this.report.add("@Convert(attributeName = \"%s\") names no value".formatted(path),
						(attribute.kind() == Attribute.Kind.EMBEDDED) ? instead(attribute, path)
								: "remove it: only values are converted");
			}
		}
	}

	private static String instead(AttributeDefinition attribute, String path) {
		return switch (attribute.kind()) {
			case EMBEDDED -> "name an attribute of it: \"%s.%s\"".formatted(path,
					attribute.parts().isEmpty() ? "…" : attribute.parts().get(0).name());
			case COLLECTION, INVERSE -> "remove it: what refers here from elsewhere has no column";
			default -> "use @AssociationOverride";
		};
	}

	/**
	 * Finds an attribute.
	 * @param annotation the beginning of the annotation that names it
	 */
	private @Nullable AttributeDefinition find(String annotation, String path) {
		List<AttributeDefinition> level = this.attributes;
		AttributeDefinition found = null;
		for (String name : path.split("\\.", -1)) {
			found = level.stream().filter((attribute) -> attribute.name().equals(name)).findFirst().orElse(null);
			level = (found != null) ? found.parts() : List.of();
		}
		if (found == null) {
			this.report.add("%s = \"%s\") names no attribute (%s)".formatted(annotation, path,
					NearNames.describe(path, paths("", this.attributes))), "correct the name");
		}
		return found;
	}

	private static List<String> paths(String prefix, List<AttributeDefinition> attributes) {
		List<String> paths = new ArrayList<>();
		for (AttributeDefinition attribute : attributes) {
			if (attribute.kind() != Attribute.Kind.EMBEDDED) {
				paths.add(prefix + attribute.name());
			}
			paths.addAll(paths(prefix + attribute.name() + ".", attribute.parts()));
		}
		return paths;
	}

	/** Where problems go. */
	@FunctionalInterface
	interface Report {

		void add(String description, String action);

	}

}
