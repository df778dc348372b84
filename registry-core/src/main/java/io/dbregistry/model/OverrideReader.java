package io.dbregistry.model;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code @AttributeOverride} and {@code @AssociationOverride} change of
 * attributes that are declared elsewhere.
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
		for (AttributeOverride override : element.getDeclaredAnnotationsByType(AttributeOverride.class)) {
			AttributeDefinition attribute = find("@AttributeOverride", override.name());
			if (attribute == null) {
				continue;
			}
			if (attribute.kind() == Attribute.Kind.BASIC) {
				attribute.spec().set(ColumnReader.read(attribute.property(), override.column()));
			}
			else {
				this.report.add("@AttributeOverride(name = \"%s\") names no attribute with a @Column"
					.formatted(override.name()), instead(attribute));
			}
		}
		for (AssociationOverride override : element.getDeclaredAnnotationsByType(AssociationOverride.class)) {
			AttributeDefinition attribute = find("@AssociationOverride", override.name());
			if (attribute == null) {
				continue;
			}
			if (attribute.isReference()) {
				ReferenceReader.readJoins(attribute, List.of(override.joinColumns()), List.of(override.foreignKey()));
			}
			else {
				this.report.add("@AssociationOverride(name = \"%s\") names no reference".formatted(override.name()),
						"use @AttributeOverride");
			}
		}
	}

	private static String instead(AttributeDefinition attribute) {
		return switch (attribute.kind()) {
			case EMBEDDED -> "name an attribute of it: \"%s.%s\"".formatted(attribute.name(),
					attribute.parts().isEmpty() ? "…" : attribute.parts().get(0).name());
			case COLLECTION, INVERSE -> "remove it: what refers here from elsewhere has no column";
			default -> "use @AssociationOverride";
		};
	}

	private @Nullable AttributeDefinition find(String annotation, String path) {
		List<AttributeDefinition> level = this.attributes;
		AttributeDefinition found = null;
		for (String name : path.split("\\.", -1)) {
			found = level.stream().filter((attribute) -> attribute.name().equals(name)).findFirst().orElse(null);
			level = (found != null) ? found.parts() : List.of();
		}
		if (found == null) {
			this.report.add("%s(name = \"%s\") names no attribute (%s)".formatted(annotation, path,
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
