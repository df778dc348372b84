package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.*;

/**
 * The part of Jakarta Persistence's vocabulary that models are declared with. Everything
 * else of it is refused by name, never passed over.
 */
final class Vocabulary {

	private static final String VOCABULARY = Entity.class.getPackageName();

	/** Supported annotations of types, and the members of each. */
	private static final Map<Class<?>, Set<String>> OF_TYPES = Map.of(Entity.class, Set.of("name"),
			MappedSuperclass.class, Set.of(), Table.class,
			Set.of("name", "schema", "indexes", "uniqueConstraints", "check", "comment"));

	/** Supported annotations of fields and components, and the members of each. */
	private static final Map<Class<?>, Set<String>> OF_FIELDS = Map.ofEntries(Map.entry(Id.class, Set.of()),
			Map.entry(GeneratedValue.class, Set.of("strategy")), Map.entry(Version.class, Set.of()),
			Map.entry(Convert.class, Set.of("converter", "attributeName", "disableConversion")),
			Map.entry(Transient.class, Set.of()), Map.entry(Lob.class, Set.of()),
			Map.entry(Enumerated.class, Set.of("value")), Map.entry(Basic.class, Set.of("optional")),
			Map.entry(Column.class,
					Set.of("name", "unique", "nullable", "insertable", "updatable", "columnDefinition", "length",
							"precision", "scale", "secondPrecision", "check", "comment")),
			Map.entry(JoinColumn.class,
					Set.of("name", "referencedColumnName", "unique", "nullable", "insertable", "updatable",
							"foreignKey", "check", "comment")),
			Map.entry(ManyToOne.class, Set.of("fetch", "optional")),
			Map.entry(OneToOne.class, Set.of("fetch", "optional")));

	/** Supported annotations inside of others, and the members of each. */
	private static final Map<Class<?>, Set<String>> NESTED = Map.of(Index.class, Set.of("name", "columnList", "unique"),
			UniqueConstraint.class, Set.of("name", "columnNames"), CheckConstraint.class, Set.of("name", "constraint"),
			ForeignKey.class, Set.of("name", "value"));

	private static final String COLLECTION = "leave the collection out and query the other side: "
			+ "registry.query(Other.class).filter(…)";

	private static final String COMPOSITE = "mark each attribute of the key with @Id";

	private static final String FLAT = "declare its attributes in the model itself, or in a @MappedSuperclass";

	private static final String HIERARCHY = "put what the classes share in a @MappedSuperclass and make each a model";

	private static final String ONE_COLUMN = "refer to a model whose key is one attribute";

	private static final String CALLBACK = "life-cycle methods are not called; do it before the object is written";

	private static final String GENERATOR = "use @GeneratedValue(strategy = GenerationType.IDENTITY)";

	/** What to do instead, where there is more to say than to remove it. */
	private static final Map<Class<?>, String> INSTEAD = Map.ofEntries(Map.entry(OneToMany.class, COLLECTION),
			Map.entry(ManyToMany.class, "declare the join table as a model with two @ManyToOne references"),
			Map.entry(JoinTable.class, "declare the join table as a model with two @ManyToOne references"),
			Map.entry(ElementCollection.class, "make the elements a model with a @ManyToOne reference to this one"),
			Map.entry(IdClass.class, COMPOSITE), Map.entry(EmbeddedId.class, COMPOSITE),
			Map.entry(Embedded.class, FLAT), Map.entry(Embeddable.class, FLAT),
			Map.entry(AttributeOverride.class, "declare the attribute in the model itself"),
			Map.entry(AssociationOverride.class, "declare the attribute in the model itself"),
			Map.entry(Inheritance.class, HIERARCHY), Map.entry(DiscriminatorColumn.class, HIERARCHY),
			Map.entry(DiscriminatorValue.class, HIERARCHY),
			Map.entry(SecondaryTable.class, "make the second table a model with a @OneToOne reference to this one"),
			Map.entry(JoinColumns.class, ONE_COLUMN), Map.entry(MapsId.class, ONE_COLUMN),
			Map.entry(PrimaryKeyJoinColumn.class, ONE_COLUMN),
			Map.entry(Access.class, "remove it: fields of classes and components of records are read"),
			Map.entry(EntityListeners.class, CALLBACK), Map.entry(PrePersist.class, CALLBACK),
			Map.entry(PostPersist.class, CALLBACK), Map.entry(PreUpdate.class, CALLBACK),
			Map.entry(PostUpdate.class, CALLBACK), Map.entry(PreRemove.class, CALLBACK),
			Map.entry(PostRemove.class, CALLBACK), Map.entry(PostLoad.class, CALLBACK),
			Map.entry(SequenceGenerator.class, GENERATOR), Map.entry(TableGenerator.class, GENERATOR),
			Map.entry(NamedQuery.class, "write the query as registry.query(…)"));

	private Vocabulary() {
	}

	static void checkType(Class<?> model, Class<?> declaring, Problems problems) {
		check(declaring, OF_TYPES, (description, action) -> problems.add(model, null, description, action));
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
				problems.add(model, method.getName() + "()", name(annotation) + " on a method is not supported",
						ours ? "annotate the field or component instead" : instead(annotation));
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
				report.add(name(annotation) + " is not supported here", instead(annotation));
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
						"remove it (supported: %s)".formatted(supported.stream().sorted().toList()));
			}
		});
	}

	private static String name(Annotation annotation) {
		return "@" + annotation.annotationType().getSimpleName();
	}

	private static String instead(Annotation annotation) {
		return INSTEAD.getOrDefault(annotation.annotationType(), "remove it");
	}

	/** Where problems go. */
	private interface Report {

		void add(String description, String action);

	}

}
