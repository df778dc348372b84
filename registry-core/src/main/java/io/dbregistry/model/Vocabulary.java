package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.*;

/**
 * The part of Jakarta Persistence's vocabulary that models are declared with. Everything
 * else of it is refused by name, never passed over.
 */
final class Vocabulary {

	private static final String VOCABULARY = Entity.class.getPackageName();

	private static final Set<String> COLUMN = Set.of("name", "unique", "nullable", "insertable", "updatable",
			"columnDefinition", "length", "precision", "scale", "secondPrecision", "check", "comment");

	private static final Set<String> JOIN_COLUMN = Set.of("name", "referencedColumnName", "unique", "nullable",
			"insertable", "updatable", "foreignKey", "check", "comment");

	private static final Set<String> SEQUENCE = Set.of("name", "sequenceName", "schema", "initialValue",
			"allocationSize");

	/** Supported annotations that change what is declared elsewhere. */
	private static final Map<Class<?>, Set<String>> OVERRIDES = Map.of(AttributeOverride.class,
			Set.of("name", "column"), AttributeOverrides.class, Set.of("value"), AssociationOverride.class,
			Set.of("name", "joinColumns", "foreignKey"), AssociationOverrides.class, Set.of("value"), Convert.class,
			Set.of("converter", "attributeName", "disableConversion"), Converts.class, Set.of("value"));

	/** Supported annotations of types, and the members of each. */
	private static final Map<Class<?>, Set<String>> OF_TYPES = with(OVERRIDES, Map.ofEntries(
			Map.entry(Entity.class, Set.of("name")), Map.entry(MappedSuperclass.class, Set.of()),
			Map.entry(IdClass.class, Set.of("value")), Map.entry(SequenceGenerator.class, SEQUENCE),
			Map.entry(SequenceGenerators.class, Set.of("value")),
			Map.entry(Table.class, Set.of("name", "schema", "indexes", "uniqueConstraints", "check", "comment"))));

	/** Supported annotations of embedded classes, and the members of each. */
	private static final Map<Class<?>, Set<String>> OF_EMBEDDED_TYPES = with(OVERRIDES,
			Map.ofEntries(Map.entry(Embeddable.class, Set.of()), Map.entry(MappedSuperclass.class, Set.of())));

	/** Supported annotations of fields and components, and the members of each. */
	private static final Map<Class<?>, Set<String>> OF_FIELDS = with(OVERRIDES, Map.ofEntries(
			Map.entry(Id.class, Set.of()), Map.entry(GeneratedValue.class, Set.of("strategy", "generator")),
			Map.entry(SequenceGenerator.class, SEQUENCE), Map.entry(Version.class, Set.of()),
			Map.entry(Transient.class, Set.of()), Map.entry(Lob.class, Set.of()),
			Map.entry(Enumerated.class, Set.of("value")), Map.entry(Basic.class, Set.of("optional")),
			Map.entry(Column.class, COLUMN), Map.entry(Embedded.class, Set.of()), Map.entry(EmbeddedId.class, Set.of()),
			Map.entry(JoinColumn.class, JOIN_COLUMN), Map.entry(JoinColumns.class, Set.of("value", "foreignKey")),
			Map.entry(ManyToOne.class, Set.of("fetch", "optional", "targetEntity")),
			Map.entry(OneToOne.class, Set.of("fetch", "optional", "targetEntity", "mappedBy")),
			Map.entry(OneToMany.class, Set.of("mappedBy", "targetEntity", "fetch")),
			Map.entry(ManyToMany.class, Set.of("mappedBy", "targetEntity", "fetch")),
			Map.entry(OrderBy.class, Set.of("value")),
			Map.entry(JoinTable.class, Set.of("name", "schema", "joinColumns", "inverseJoinColumns",
					"uniqueConstraints", "indexes", "foreignKey", "inverseForeignKey"))));

	/** Supported annotations inside of others, and the members of each. */
	private static final Map<Class<?>, Set<String>> NESTED = with(OVERRIDES,
			Map.ofEntries(Map.entry(Column.class, COLUMN), Map.entry(JoinColumn.class, JOIN_COLUMN),
					Map.entry(SequenceGenerator.class, SEQUENCE),
					Map.entry(Index.class, Set.of("name", "columnList", "unique")),
					Map.entry(UniqueConstraint.class, Set.of("name", "columnNames")),
					Map.entry(CheckConstraint.class, Set.of("name", "constraint")),
					Map.entry(ForeignKey.class, Set.of("name", "value"))));

	private Vocabulary() {
	}

	private static Map<Class<?>, Set<String>> with(Map<Class<?>, Set<String>> some, Map<Class<?>, Set<String>> others) {
		Map<Class<?>, Set<String>> all = new HashMap<>(some);
		all.putAll(others);
		return Map.copyOf(all);
	}

	/** Whether models, embedded classes or their members may have an annotation. */
	static boolean isSupported(Class<?> annotation) {
		return Stream.of(OF_TYPES, OF_EMBEDDED_TYPES, OF_FIELDS, NESTED).anyMatch((all) -> all.containsKey(annotation));
	}

	static void checkType(Class<?> model, Class<?> declaring, Problems problems) {
		boolean embedded = model.isAnnotationPresent(Embeddable.class) && !ClassReader.isMarked(model);
		check(declaring, embedded ? OF_EMBEDDED_TYPES : OF_TYPES,
				(description, action) -> problems.add(model, null, description, action));
	}

	static void checkField(Property property, Problems problems) {
		check(property.field(), OF_FIELDS, (description, action) -> problems.add(property, description, action));
	}

	/**
	 * Annotations of methods mean nothing to us, except those copied from a component.
	 */
	static void checkMethod(Class<?> model, Method method, List<Annotation> copied, Problems problems) {
		for (Annotation annotation : of(method)) {
			if (!copied.contains(annotation)) {
				boolean ours = OF_FIELDS.containsKey(annotation.annotationType());
				problems.add(model, method.getName() + "()", name(annotation) + " on a method is not supported", ours
						? "annotate the field or component instead" : Refusals.instead(annotation.annotationType()));
			}
		}
	}

	/**
	 * The annotations of the vocabulary, sorted by name: reflection promises no order.
	 */
	static List<Annotation> of(AnnotatedElement element) {
		return Arrays.stream(element.getDeclaredAnnotations())
			.filter((annotation) -> annotation.annotationType().getPackageName().equals(VOCABULARY))
			.sorted(Comparator.comparing((annotation) -> annotation.annotationType().getName()))
			.toList();
	}

	private static void check(AnnotatedElement element, Map<Class<?>, Set<String>> supported, Report report) {
		for (Annotation annotation : of(element)) {
			Set<String> members = supported.get(annotation.annotationType());
			if (members != null) {
				checkMembers(annotation, members, report);
			}
			else {
				report.add(name(annotation) + " is not supported here", Refusals.instead(annotation.annotationType()));
			}
		}
	}

	private static void checkMembers(Annotation annotation, Set<String> supported, Report report) {
		AnnotationMembers.of(annotation).forEach((member) -> {
			if (supported.contains(member.getName())) {
				AnnotationMembers.nested(annotation, member)
					.forEach((inner) -> checkMembers(inner, Objects.requireNonNull(NESTED.get(inner.annotationType())),
							report));
			}
			else if (!Objects.deepEquals(AnnotationMembers.value(annotation, member), member.getDefaultValue())) {
				report.add("%s(%s = …) is not supported".formatted(name(annotation), member.getName()),
						Refusals.insteadOfMember(member.getName(), supported));
			}
		});
	}

	private static String name(Annotation annotation) {
		return "@" + annotation.annotationType().getSimpleName();
	}

	/** Where problems go. */
	private interface Report {

		void add(String description, String action);

	}

}
